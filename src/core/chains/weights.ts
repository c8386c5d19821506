/** What each feature of a link between a reference and a thing is worth; written by train/chains/fit-weights.ts, not by hand. */
import { type ChainWeights, weightsIn } from './scorer.ts'

export const CHAIN_WEIGHTS: ChainWeights = {
  he: weightsIn(`
    s0 = 1.07; s1 = -0.08; s2 = -0.14; s3 = -1.14; s5 = -2.34; s9 = -2.9; rank 0 = 0.27; rank 1 = -0.01;
    rank 2 = -0.16; rank 3 = -0.47; same block = 0.26; block before = -0.23; far block = -0.87; name = -0.02;
    nominal = 0.27; pronoun = -0.14; same pronoun = 1.18; once = -0.33; twice = 0.08; some = 0.01; often = -0.22;
    most = -0.14; named = 0.26; not named = -0.1; in headline = -0.13; most frequent = 0.08; only one near = -0.23;
    person = 0.32; one = 0.32; subject here = 0.38; subject before = 0.08; subject further = -0.74;
    both subjects = 0.12; inside another = 0.02; first of sentence before = 0.58; first of this sentence = 0.38;
    speaker before, also speaks = 0.54; speaker before = 0.18; source = 0.11; source, also speaks = 0.32;
    gender known = 0.48; gender open = -0.18; gender weak = 0.25; gender against = -1.14; both quoted = -0.03;
    same quotation = 0.24; quoted here = -0.46; quoted there = 0.04; nothing quoted = 0.16; quoted speaker = -2.39;
    reported speaker = -0.19; would speak of itself = -2.54; clause mate = -0.45; possessive in clause = 1.08;
    s0, subject, name = 0.14; s0, subject, nominal = 0.53; s0, subject, pronoun = 0.08; s0, object, name = 0.24;
    s0, object, nominal = 0.56; s0, object, pronoun = 0.88; s1, subject, name = 0.09; s1, subject, nominal = 0.05;
    s1, subject, pronoun = -0.04; s1, object, name = -0.34; s1, object, nominal = -0.21; s1, object, pronoun = 0.11;
    s2+, subject, name = -0.45; s2+, subject, nominal = -1.25; s2+, subject, pronoun = -0.62;
    s2+, object, name = -1.49; s2+, object, nominal = -2.12; s2+, object, pronoun = -1.21; nobody = -1.71;
    nobody: source = -1.8; nobody: none near = -0.12; nobody: quoted = -2.14;`),
  they: weightsIn(`
    s0 = 0.8; s1 = 0.07; s2 = -0.1; s3 = -1.26; s5 = -2.48; rank 0 = 0.17; rank 1 = -0.28; rank 2 = -0.36;
    rank 3 = -0.86; same block = -0.17; block before = -0.08; far block = 0.25; name = 0.01; nominal = 0.7;
    pronoun = -0.95; same pronoun = 3.54; once = -0.33; twice = 0.05; some = 0.02; often = 0.25; most = -0.09;
    named = 0.66; not named = -0.22; in headline = -0.57; most frequent = 0.12; only one near = -0.63; person = 0.88;
    organisation = -0.35; place = -1.2; publication = -1.25; group = -0.29; thing = -3.2; other kind = -0.34;
    one = -1.86; many = 0.3; any number = 0.33; subject here = 0.37; subject before = -0.02; subject further = -0.87;
    both subjects = 0.27; inside another = -0.12; first of sentence before = 0.2; first of this sentence = 0.06;
    speaker before, also speaks = 0.73; speaker before = 0.3; source = 0.28; source, also speaks = 1.23;
    both quoted = -0.09; same quotation = -0.04; quoted here = -0.03; quoted there = 0.05; nothing quoted = -0.24;
    quoted speaker = -1.52; reported speaker = 0.1; would speak of itself = 0.7; clause mate = -0.55;
    possessive in clause = 0.53; s0, subject, name = 0.19; s0, subject, nominal = 0.53; s0, subject, pronoun = -0.3;
    s0, object, name = -0.05; s0, object, nominal = 0.26; s0, object, pronoun = 0.35; s1, subject, name = -3.45;
    s1, subject, nominal = 0.41; s1, subject, pronoun = -0.6; s1, object, name = -0.54; s1, object, nominal = -0.45;
    s1, object, pronoun = -0.23; s2+, subject, name = 0.39; s2+, subject, nominal = -0.18;
    s2+, subject, pronoun = -1.16; s2+, object, name = -1.8; s2+, object, nominal = -1.35;
    s2+, object, pronoun = -1.52; nobody = -0.07; nobody: source = -1.03; nobody: none near = -0.01;
    nobody: quoted = -1.76;`),
  it: weightsIn(`
    s0 = 0.88; s1 = -0.25; s2 = -0.66; s3 = -1.5; rank 0 = -0.03; rank 1 = -0.49; rank 2 = -0.56; rank 3 = -0.84;
    same block = -0.22; block before = -0.44; far block = 0.09; name = 0.09; nominal = 0.51; pronoun = -0.66;
    same pronoun = 2.78; once = -0.48; twice = 0.08; some = 0.16; often = 0.08; most = 0.47; named = -0.04;
    not named = -0.23; in headline = -0.53; most frequent = -0.11; only one near = -0.39; organisation = -0.14;
    place = -0.21; publication = -0.3; thing = 0.03; other kind = -0.07; one = 0.42; any number = -0.27;
    subject here = 0.07; subject before = -0.3; subject further = -1.01; both subjects = 0.71; inside another = -0.46;
    first of sentence before = 0.73; first of this sentence = -0.22; speaker before, also speaks = 0.96;
    speaker before = 0.15; source = 0.71; source, also speaks = 0.58; both quoted = 0.78; same quotation = 0.24;
    quoted here = -0.07; quoted there = -0.04; nothing quoted = -0.37; quoted speaker = -1.09; reported speaker = 0.25;
    would speak of itself = -0.35; clause mate = -0.35; possessive in clause = 1.15; s0, subject, name = 1.12;
    s0, subject, nominal = 0.95; s0, subject, pronoun = -1.01; s0, object, name = 0.47; s0, object, nominal = 0.37;
    s0, object, pronoun = 0.59; s1, subject, name = 0.3; s1, subject, nominal = 0.04; s1, subject, pronoun = -0.7;
    s1, object, name = -0.48; s1, object, nominal = -0.16; s1, object, pronoun = 0.02; s2+, subject, name = -0.65;
    s2+, subject, nominal = -1.09; s2+, subject, pronoun = -0.75; s2+, object, name = -1.28;
    s2+, object, nominal = -2.02; s2+, object, pronoun = -0.71; nobody = -0.08; nobody: source = -1.54;
    nobody: none near = -0.38; nobody: quoted = -1.26;`),
  noun: weightsIn(`
    s0 = 0.55; s1 = 0.32; s2 = 0.42; s3 = -0.1; s5 = -0.33; s9 = -0.4; s20 = -0.26; rank 0 = 0.89; rank 1 = 0.03;
    rank 2 = -0.13; rank 3 = -0.26; same block = 0.23; block before = -0.19; far block = -0.24; name = -0.12;
    nominal = -0.17; pronoun = -0.07; once = -0.24; twice = 0.14; some = 0.15; often = 0.56; most = 0.35;
    not named = -0.17; in headline = 0.12; most frequent = -0.03; only one near = -0.33; person = -0.23;
    organisation = -0.12; place = -0.24; publication = 0.14; group = 0.52; thing = 0.05; other kind = -0.08;
    one = 0.04; many = -0.43; any number = -0.25; subject here = 0.2; subject before = 0.19; subject further = -0.15;
    both subjects = 0.65; inside another = -0.47; first of sentence before = 0.46; first of this sentence = 0.37;
    speaker before, also speaks = 0.1; speaker before = -0.24; source = 0.03; source, also speaks = 0.41;
    gender known = 0.84; gender open = 0.3; gender weak = 0.05; gender against = 0.03; both quoted = -0.12;
    same quotation = -0.71; quoted here = -0.08; quoted there = -0.29; nothing quoted = -0.11; quoted speaker = 0.8;
    reported speaker = -0.89; would speak of itself = -1; s0, subject, name = 0.07; s0, subject, nominal = -0.48;
    s0, subject, pronoun = 0.27; s0, object, name = 0.52; s0, object, nominal = -0.19; s0, object, pronoun = 0.09;
    s1, subject, name = 0.17; s1, subject, nominal = 0.11; s1, subject, pronoun = -0.19; s1, object, name = 0.16;
    s1, object, nominal = -0.25; s1, object, pronoun = 0.51; s2+, subject, name = -0.1; s2+, subject, nominal = -0.03;
    s2+, subject, pronoun = -0.21; s2+, object, name = -0.39; s2+, object, nominal = -0.22;
    s2+, object, pronoun = -0.06; same noun = -0.06; same role = 0.36; other role = -0.29; no role = -0.07;
    noun in name = 1.28; modifier shared = 1.42; modifier differs = -0.94; owner shared = 0.35; owner differs = -1.42;
    owner on one side = -0.31; same kind = -0.24; different kind = -2.01; the = -0.04; this = -0.07;
    possessive = -0.24; bare = -0.2; same noun, nothing differs = 1.4; same role, nothing differs = 0.49;
    same noun, differs = 0.08; no role, definite = -1.59; same words = 1.38; same noun, same owner = 1.75;
    country for a country = 1.61; country for another = -0.19; town for a place = 0.35; town for a country = -1.34;
    any body = 0.04; any outlet = -2.3; only one of the kind near = -0.13; only one of the noun = 0.71;
    only one of the role = 0.11; nobody = 0.55; nobody: source = 0.65; nobody: none near = 0.03; nobody: quoted = 0.08;
    nobody: plural = 0.48; nobody: owner = -0.09; nobody: modifier = 0.15; nobody: headline = 0.18;
    nobody: the = -0.09; nobody: this = -0.17; nobody: possessive = 0.87; nobody: bare = 0.86; nobody: person = 0.12;
    nobody: organisation = 0.97; nobody: publication = 0.08; nobody: place = -0.24; nobody: thing = 0.64;`),
}
