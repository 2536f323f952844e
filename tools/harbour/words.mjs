// Titles of the invented activities, in two languages.
import { named } from './register.mjs';

const FORMS = {
  event: [['Conference on', 'Conférence sur'], ['Round Table on', 'Table ronde sur'], ['Forum on', 'Forum sur'], ['Harbour Masters’ Meeting on', 'Rencontre des capitaineries sur'], ['Seminar on', 'Séminaire sur']],
  learning: [['Course on', 'Cours sur'], ['Workshop on', 'Atelier sur'], ['Study Visit on', 'Visite d’étude sur']],
  declaration: [['Declaration on', 'Déclaration sur']],
  publication: [['Guide to', 'Guide sur'], ['Report on', 'Rapport sur'], ['Notes on', 'Cahier sur']],
};
const SUBJECTS = [
  ['Shore Power', 'le courant à quai'], ['Dredging with Care', 'le dragage raisonné'], ['Waterfronts for Everybody', 'les fronts d’eau pour tous'], ['Cruise Calls and the City', 'les escales de croisière et la ville'],
  ['Storm Surges', 'les submersions marines'], ['Seafarers’ Welfare', 'le bien-être des gens de mer'], ['Short Sea Shipping', 'le cabotage'], ['Ship Waste', 'les déchets des navires'], ['Women in Ports', 'les femmes dans les ports'],
  ['Rail to the Docks', 'le rail jusqu’aux docks'], ['Small Fisheries', 'la pêche artisanale'], ['Dock Heritage', 'le patrimoine des docks'], ['Quiet Ports', 'les ports silencieux'], ['Clean Fuels', 'les carburants propres'],
  ['Ferries and Commuters', 'les navettes maritimes'], ['Sediment and Reuse', 'les sédiments et leur réemploi'], ['Port Jobs for the Young', 'l’emploi portuaire des jeunes'], ['Lighthouses', 'les phares'],
];

/** Titles that are not used twice within a kind. */
export class Titles {
  constructor(random) {
    this.random = random;
    this.taken = new Set();
  }
  take(kind, year) {
    for (;;) {
      const [en, fr] = this.random.pick(FORMS[kind]);
      const [subject, sujet] = this.random.pick(SUBJECTS);
      const title = `${en} ${subject} ${year}`;
      if (this.taken.has(title)) continue;
      this.taken.add(title);
      return named(title, `${fr} ${sujet} ${year}`, this.random.pick(['en', 'fr']));
    }
  }
}
