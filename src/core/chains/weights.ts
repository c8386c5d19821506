/** What each feature of a link between a reference and a thing is worth; written by train/chains/fit-weights.ts, not by hand. */
import { type ChainWeights, weightsIn } from './scorer.ts'

export const CHAIN_WEIGHTS: ChainWeights = {
  he: weightsIn(`
    s0 = 0.94; s1 = -0.2; s2 = -0.13; s3 = -1.14; s5 = -2.37; s9 = -2.93; rank 0 = 0.26; rank 2 = -0.16;
    rank 3 = -0.46; same block = 0.21; block before = -0.26; far block = -0.9; name = 0.09; nominal = 0.21;
    pronoun = 0.08; same pronoun = 1.15; once = -0.32; twice = 0.06; some = 0.01; often = -0.21; most = -0.13;
    named = 0.29; not named = -0.08; in headline = -0.13; most frequent = 0.09; only one near = -0.25; person = 0.34;
    one = 0.34; subject here = 0.38; subject before = 0.12; subject further = -0.79; both subjects = 0.11;
    inside another = 0.03; first of sentence before = 0.58; first of this sentence = 0.37;
    speaker before, also speaks = 0.54; speaker before = 0.14; source = 0.11; source, also speaks = 0.32;
    gender known = 0.61; gender open = -0.06; gender weak = 0.39; gender against = -0.98; both quoted = -0.01;
    same quotation = 0.27; quoted here = -0.42; nothing quoted = 0.11; quoted speaker = -2.38;
    reported speaker = -0.21; would speak of itself = -2.51; clause mate = -0.45; possessive in clause = 1.08;
    s0, subject, name = 0.21; s0, subject, nominal = 0.76; s0, subject, pronoun = 0.06; s0, object, name = 0.34;
    s0, object, nominal = 0.8; s0, object, pronoun = 0.89; s1, subject, name = 0.12; s1, subject, nominal = 0.21;
    s1, subject, pronoun = -0.07; s1, object, name = -0.27; s1, object, nominal = 0.02; s1, object, pronoun = 0.12;
    s2+, subject, name = -0.43; s2+, subject, nominal = -1.08; s2+, subject, pronoun = -0.68;
    s2+, object, name = -1.55; s2+, object, nominal = -2.02; s2+, object, pronoun = -1.32; nobody = -1.52;
    nobody: source = -1.77; nobody: none near = -0.12; nobody: quoted = -2.06;`),
  they: weightsIn(`
    s0 = 0.83; s1 = 0.02; s2 = -0.22; s3 = -1.37; s5 = -2.58; rank 0 = 0.17; rank 1 = -0.26; rank 2 = -0.37;
    rank 3 = -0.83; same block = -0.19; block before = -0.11; far block = 0.23; name = -0.04; nominal = 0.62;
    pronoun = -0.92; same pronoun = 3.54; once = -0.34; twice = 0.03; some = 0.02; often = 0.26; most = -0.23;
    named = 0.67; not named = -0.21; in headline = -0.58; most frequent = 0.07; only one near = -0.63; person = 0.92;
    organisation = -0.3; place = -1.11; publication = -1.18; group = -0.25; thing = -3.05; other kind = -0.29;
    one = -1.86; many = 0.29; any number = 0.34; subject here = 0.34; subject before = -0.02; subject further = -0.68;
    both subjects = 0.28; inside another = -0.12; first of sentence before = 0.21; first of this sentence = 0.07;
    speaker before, also speaks = 0.7; speaker before = 0.29; source = 0.27; source, also speaks = 1.19;
    both quoted = 0.01; same quotation = 0.06; quoted here = 0.08; quoted there = -0.02; nothing quoted = -0.3;
    quoted speaker = -1.49; reported speaker = 0.1; would speak of itself = 0.77; clause mate = -0.51;
    possessive in clause = 0.52; s0, subject, name = 0.26; s0, subject, nominal = 0.58; s0, subject, pronoun = -0.36;
    s0, object, name = -0.11; s0, object, nominal = 0.31; s0, object, pronoun = 0.29; s1, subject, name = -2.58;
    s1, subject, nominal = 0.54; s1, subject, pronoun = -0.58; s1, object, name = -0.47; s1, object, nominal = -0.32;
    s1, object, pronoun = -0.2; s2+, subject, name = 0.37; s2+, subject, nominal = -0.17;
    s2+, subject, pronoun = -1.25; s2+, object, name = -1.68; s2+, object, nominal = -1.15;
    s2+, object, pronoun = -1.44; nobody = -0.12; nobody: source = -1.04; nobody: none near = -0.05;
    nobody: quoted = -1.59;`),
  it: weightsIn(`
    s0 = 0.79; s1 = -0.29; s2 = -0.81; s3 = -1.67; rank 0 = 0.01; rank 1 = -0.44; rank 2 = -0.49; rank 3 = -0.77;
    same block = -0.27; block before = -0.5; far block = 0.07; name = 0.1; nominal = 0.2; pronoun = -0.75;
    same pronoun = 2.75; once = -0.45; twice = 0.1; some = 0.21; often = 0.15; most = 0.53; named = 0.08;
    not named = -0.12; in headline = -0.52; most frequent = -0.16; only one near = -0.42; organisation = -0.04;
    place = -0.1; publication = -0.18; thing = 0.14; other kind = -0.03; one = 0.33; any number = -0.33;
    subject here = 0.03; subject before = -0.28; subject further = -0.95; both subjects = 0.71; inside another = -0.47;
    first of sentence before = 0.7; first of this sentence = -0.22; speaker before, also speaks = 0.94;
    speaker before = 0.19; source = 0.73; source, also speaks = 0.6; both quoted = 0.78; same quotation = 0.2;
    quoted here = -0.11; quoted there = 0.03; nothing quoted = -0.28; quoted speaker = -1; reported speaker = 0.23;
    would speak of itself = -0.43; clause mate = -0.32; possessive in clause = 1.16; s0, subject, name = 1.03;
    s0, subject, nominal = 1.24; s0, subject, pronoun = -0.98; s0, object, name = 0.37; s0, object, nominal = 0.63;
    s0, object, pronoun = 0.61; s1, subject, name = 0.13; s1, subject, nominal = 0.21; s1, subject, pronoun = -0.78;
    s1, object, name = -0.65; s1, object, nominal = 0.03; s1, object, pronoun = -0.04; s2+, subject, name = -0.77;
    s2+, subject, nominal = -0.88; s2+, subject, pronoun = -0.79; s2+, object, name = -1.36;
    s2+, object, nominal = -1.68; s2+, object, pronoun = -0.67; nobody = 0.01; nobody: source = -1.45;
    nobody: none near = -0.42; nobody: quoted = -1.33;`),
  noun: weightsIn(`
    s0 = 0.44; s1 = 0.23; s2 = 0.41; s3 = -0.09; s5 = -0.34; s9 = -0.39; s20 = -0.26; rank 0 = 0.91; rank 1 = 0.04;
    rank 2 = -0.11; rank 3 = -0.25; same block = 0.23; block before = -0.17; far block = -0.22; name = -0.11;
    nominal = -0.15; pronoun = -0.07; once = -0.23; twice = 0.12; some = 0.15; often = 0.55; most = 0.3;
    not named = -0.15; in headline = 0.14; most frequent = -0.01; only one near = -0.36; person = -0.2;
    organisation = -0.11; place = -0.22; publication = 0.15; group = 0.57; thing = 0.02; other kind = -0.08;
    one = 0.06; many = -0.43; any number = -0.25; subject here = 0.22; subject before = 0.19; subject further = -0.16;
    both subjects = 0.66; inside another = -0.46; first of sentence before = 0.46; first of this sentence = 0.42;
    speaker before, also speaks = 0.34; speaker before = -0.23; source = 0.02; source, also speaks = 0.42;
    gender known = 0.9; gender open = 0.33; gender weak = -0.37; gender against = 0.09; both quoted = -0.07;
    same quotation = -0.83; quoted here = -0.15; quoted there = -0.28; nothing quoted = -0.09; quoted speaker = 0.73;
    reported speaker = -0.88; would speak of itself = -0.92; s0, subject, name = 0.08; s0, subject, nominal = -0.52;
    s0, subject, pronoun = 0.22; s0, object, name = 0.53; s0, object, nominal = -0.14; s0, object, pronoun = 0.13;
    s1, subject, name = 0.29; s1, subject, nominal = 0.18; s1, subject, pronoun = -0.13; s1, object, name = 0.22;
    s1, object, nominal = -0.17; s1, object, pronoun = 0.62; s2+, subject, name = -0.13; s2+, subject, nominal = -0.06;
    s2+, subject, pronoun = -0.23; s2+, object, name = -0.39; s2+, object, nominal = -0.21;
    s2+, object, pronoun = -0.08; same noun = -0.03; same role = 0.47; other role = -0.29; no role = -0.06;
    noun in name = 1.31; modifier shared = 1.33; modifier differs = -0.94; owner shared = 0.37; owner differs = -1.46;
    owner on one side = -0.31; same kind = -0.23; different kind = -2; the = -0.01; this = -0.13; possessive = -0.26;
    bare = -0.21; same noun, nothing differs = 1.39; same role, nothing differs = 0.5; same noun, differs = 0.07;
    no role, definite = -1.57; same words = 1.39; same noun, same owner = 1.72; country for a country = 1.7;
    country for another = -0.19; town for a place = 0.4; town for a country = -1.34; any body = 0.15;
    any outlet = -1.98; only one of the kind near = -0.11; only one of the noun = 0.73; nobody = 0.59;
    nobody: source = 0.57; nobody: none near = 0.04; nobody: quoted = -0.02; nobody: plural = 0.49;
    nobody: owner = -0.06; nobody: modifier = 0.15; nobody: headline = 0.22; nobody: the = -0.05; nobody: this = -0.14;
    nobody: possessive = 0.91; nobody: bare = 0.92; nobody: person = -0.01; nobody: organisation = 0.78;
    nobody: publication = -0.13; nobody: place = -0.34; nobody: thing = 0.45;`),
}
