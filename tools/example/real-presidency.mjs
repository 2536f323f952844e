// The only presidency with dates in the sources: Berlin's governing mayor, from August 2018 to November 2020.

const SOURCE = 'https://www.berlin.de/rbmskzl/en/international-relations/city-networks/metropolis/artikel.1178000.en.php';

export function convertPresidency(batches, codes) {
  const post = codes.take('president');
  batches.add('2018-12-31', 'posts', {
    code: post, label_en: 'President', label_es: 'Presidencia', label_fr: 'Présidence', public: 'yes', post: 'presidency', organisation: '', body: 'presidency', from: '../2018', until: '', source: SOURCE,
  });
  const mandate = { post, holder: 'person', person: 'person-michael-muller', from: '2018-08', way: '', source: SOURCE };
  batches.add('2018-12-31', 'mandates', { ...mandate, until: '' });
  batches.revise('2020-12-31', 'mandates', 'change', { ...mandate, until: '2020-11' });
}
