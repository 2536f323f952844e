// Titles of the invented activities, in three languages.

const FORMS = [
  ['Metropolitan Dialogue on', 'Diálogo metropolitano sobre', 'Dialogue métropolitain sur'],
  ['Round Table on', 'Mesa redonda sobre', 'Table ronde sur'],
  ['Conference on', 'Conferencia sobre', 'Conférence sur'],
  ['Peer Exchange on', 'Intercambio entre pares sobre', 'Échange entre pairs sur'],
  ['Open Session on', 'Sesión abierta sobre', 'Séance ouverte sur'],
  ['Forum on', 'Foro sobre', 'Forum sur'],
  ['Seminar on', 'Seminario sobre', 'Séminaire sur'],
  ['Mayors’ Conversation on', 'Conversación de alcaldías sobre', 'Conversation des maires sur'],
];
const SUBJECTS = [
  ['Affordable Housing', 'la vivienda asequible', 'le logement abordable'], ['Public Space', 'el espacio público', 'l’espace public'],
  ['Metropolitan Mobility', 'la movilidad metropolitana', 'la mobilité métropolitaine'], ['Care and Equality', 'los cuidados y la igualdad', 'le soin et l’égalité'],
  ['Safe Streets for Women', 'calles seguras para las mujeres', 'des rues sûres pour les femmes'], ['Water and Drainage', 'el agua y el drenaje', 'l’eau et le drainage'],
  ['Urban Food Systems', 'los sistemas alimentarios urbanos', 'les systèmes alimentaires urbains'], ['Local Employment', 'el empleo local', 'l’emploi local'],
  ['Metropolitan Finance', 'las finanzas metropolitanas', 'les finances métropolitaines'], ['Heat and Health', 'el calor y la salud', 'la chaleur et la santé'],
  ['Clean Air', 'el aire limpio', 'l’air pur'], ['Circular Economy', 'la economía circular', 'l’économie circulaire'],
  ['Migration and Welcome', 'la migración y la acogida', 'la migration et l’accueil'], ['Digital Rights', 'los derechos digitales', 'les droits numériques'],
  ['River Basins', 'las cuencas fluviales', 'les bassins fluviaux'], ['Young Metropolises', 'las metrópolis jóvenes', 'les métropoles jeunes'],
  ['Ageing in Big Cities', 'el envejecimiento en las grandes ciudades', 'le vieillissement dans les grandes villes'], ['Night-time Economy', 'la economía nocturna', 'l’économie nocturne'],
  ['Risk and Recovery', 'el riesgo y la recuperación', 'le risque et le relèvement'], ['Metropolitan Planning', 'la planificación metropolitana', 'la planification métropolitaine'],
  ['Waste and Resources', 'los residuos y los recursos', 'les déchets et les ressources'], ['Culture and Memory', 'la cultura y la memoria', 'la culture et la mémoire'],
  ['Informal Work', 'el trabajo informal', 'le travail informel'], ['City Networks', 'las redes de ciudades', 'les réseaux de villes'],
];
const DECLARATION = ['Declaration on', 'Declaración sobre', 'Déclaration sur'];
const LEARNING = ['Course on', 'Curso sobre', 'Cours sur'];
const PILOT = ['Pilot Project on', 'Proyecto piloto sobre', 'Projet pilote sur'];
const CAMPAIGN = ['Campaign on', 'Campaña sobre', 'Campagne sur'];
const PAPER = [['Paper on', 'Documento sobre', 'Document sur'], ['Guide to', 'Guía sobre', 'Guide sur'], ['Report on', 'Informe sobre', 'Rapport sur']];

/** Titles that are not used twice within a kind. */
export class Titles {
  constructor(random) {
    const cross = (forms) => random.shuffled(forms.flatMap((form) => SUBJECTS.map((subject) => [form, subject])));
    this.left = { event: cross(FORMS), declaration: cross([DECLARATION]), learning: cross([LEARNING]), pilot: cross([PILOT]), campaign: cross([CAMPAIGN]), publication: cross(PAPER) };
  }
  take(kind, year) {
    const list = this.left[kind];
    const [form, subject] = list.shift();
    // A used title may be used again in a later year, as in a series.
    list.push([form, subject]);
    const suffix = ['event', 'declaration', 'learning'].includes(kind) ? ` ${year}` : '';
    return { label_en: `${form[0]} ${subject[0]}${suffix}`, label_es: `${form[1]} ${subject[1]}${suffix}`, label_fr: `${form[2]} ${subject[2]}${suffix}` };
  }
}

/** Topics of practices and initiatives: a verb and a field, in English, Spanish and French. */
export const DOINGS = [
  ['Rain gardens', 'Jardines de lluvia', 'Jardins de pluie'], ['Shaded walks', 'Recorridos con sombra', 'Parcours ombragés'], ['Community kitchens', 'Cocinas comunitarias', 'Cuisines communautaires'],
  ['Night buses', 'Autobuses nocturnos', 'Bus de nuit'], ['Repair workshops', 'Talleres de reparación', 'Ateliers de réparation'], ['Open budgets', 'Presupuestos abiertos', 'Budgets ouverts'],
  ['Street libraries', 'Bibliotecas de calle', 'Bibliothèques de rue'], ['Safe crossings', 'Cruces seguros', 'Traversées sûres'], ['Rooftop orchards', 'Huertos en azoteas', 'Vergers sur les toits'],
  ['Care circles', 'Círculos de cuidado', 'Cercles de soin'], ['River cleaning', 'Limpieza del río', 'Nettoyage de la rivière'], ['Housing advice', 'Asesoría de vivienda', 'Conseil au logement'],
  ['Small-business fund', 'Fondo para pequeños negocios', 'Fonds pour les petites entreprises'], ['Neighbourhood radio', 'Radio de barrio', 'Radio de quartier'], ['Bicycle lending', 'Préstamo de bicicletas', 'Prêt de vélos'], ['Composting points', 'Puntos de compostaje', 'Points de compostage'],
];
export const FIELDS = [
  ['in the old quarters', 'en los barrios antiguos', 'dans les vieux quartiers'], ['for school children', 'para escolares', 'pour les écoliers'], ['along the main avenue', 'en la avenida principal', 'le long de l’avenue principale'],
  ['in informal settlements', 'en asentamientos informales', 'dans les quartiers informels'], ['with women’s groups', 'con grupos de mujeres', 'avec des groupes de femmes'], ['for older people', 'para personas mayores', 'pour les personnes âgées'],
  ['across the metropolitan area', 'en toda el área metropolitana', 'dans toute la métropole'], ['at the markets', 'en los mercados', 'sur les marchés'], ['in ten districts', 'en diez distritos', 'dans dix arrondissements'], ['with local universities', 'con universidades locales', 'avec les universités locales'],
];
export const HEALTH = [
  ['Meals delivered', 'Comidas a domicilio', 'Repas livrés'], ['Phone line', 'Línea telefónica', 'Ligne téléphonique'], ['Mask sewing workshops', 'Talleres de mascarillas', 'Ateliers de masques'], ['Emergency shelter', 'Albergue de emergencia', 'Hébergement d’urgence'],
  ['Water points', 'Puntos de agua', 'Points d’eau'], ['Open streets', 'Calles abiertas', 'Rues ouvertes'], ['Rent relief', 'Alivio de alquiler', 'Aide au loyer'], ['Home schooling kits', 'Kits de escuela en casa', 'Kits d’école à la maison'],
  ['Volunteer register', 'Registro de voluntariado', 'Registre de bénévoles'], ['Mobile testing', 'Pruebas móviles', 'Dépistage mobile'], ['Refuge for women', 'Refugio para mujeres', 'Refuge pour femmes'], ['Market reorganisation', 'Reorganización de mercados', 'Réorganisation des marchés'],
];
