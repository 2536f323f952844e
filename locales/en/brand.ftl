# The network's colours and logo.

column-accent = Main colour
column-logo = Logo
column-colour = Colour

error-colour = The colour is not written as #rrggbb.
    .mend = Write a hash sign and six hexadecimal digits, such as #0b3d91.
error-colour-too-pale = The colour is too pale: text in it cannot be read on white.
    .mend = Choose a darker one: its contrast with white must be at least 4.5 to 1.
error-logo-no-picture = The logo is not a picture.
    .mend = Use an SVG or PNG file of at most 4000 pixels a side.
error-logo-too-large = The logo is too large.
    .mend = Use a file of at most 100 kB with fewer than 2000 elements.
error-logo-does-more = The logo contains more than shapes: scripts, animations, style sheets, embedded pictures or links to other addresses.
    .mend = Export it again as plain SVG, with its shapes as paths.
error-logo-not-on-paper = The logo cannot be set on the printed page: the picture is damaged, has no size, or uses what the typesetter does not draw.
    .mend = Save it again as a plain SVG with a width and a height, or as a PNG.

error-no-network = There is no network in this register yet.
    .mend = Import networks.csv first, with the network’s code and name.
