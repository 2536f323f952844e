# Settings of the network.

settings-title = Settings
action-network-change-settings = Change the network’s settings
error-zone = “{ $text }” is no time zone.
    .mend = Write its name in the IANA list, as Europe/Madrid or America/Bogota.
error-languages = The program has words in none of these languages: “{ $text }”.
    .mend = Name one of en, es and fr at least, as codes with blanks between them.
error-site-address = “{ $text }” is no address of a site.
    .mend = Write it like https://network.example, without a path.
error-site-address-open = “{ $text }” is an address without TLS: passwords would be readable on their way.
    .mend = Write it with https:// and place the site behind a proxy that speaks TLS: see docs/tls-and-proxy.md. Without TLS only this machine can be named, as http://localhost:8080.
error-language-words = The network’s own pages have no words in “{ $language }” for { $n ->
    [one] this key: { $words }.
   *[other] { $n } keys, such as { $words }.
}
    .mend = Leave the language out, or let whoever runs the site add these words to the folder of the network first.
error-year-beyond = A page is of a year between 1900 and 2199.
    .mend = Write the year with four digits.
error-years-order = The last year with a page comes before the first.
    .mend = Exchange the two, or leave one empty.
