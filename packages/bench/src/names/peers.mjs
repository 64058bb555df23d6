// Peers: each ranks directory keys for a query. rank(q, filter) -> {top: unitIndex, conf: 0..1, gap: 0..1} or null
import Fuse from "fuse.js";
import fuzzysort from "fuzzysort";
import uFuzzy from "@leeoniya/ufuzzy";
import MiniSearch from "minisearch";
import { distance } from "fastest-levenshtein";
import * as ssj from "string-similarity-js";
import { CmpStr } from "cmpstr";
const best = (it) => {
  // it: iterable of [unit, score]; best two distinct units
  let a = -1,
    sa = -1,
    b = -1,
    sb = -1;
  for (const [u, s] of it) {
    if (u === a) {
      if (s > sa) sa = s;
    } else if (s > sa) {
      b = a;
      sb = sa;
      a = u;
      sa = s;
    } else if (u === b) {
      if (s > sb) sb = s;
    } else if (s > sb) {
      b = u;
      sb = s;
    }
  }
  return a < 0 ? null : { top: a, conf: sa, gap: sa - Math.max(sb, 0) };
};
const scan = (docs, score) => ({
  rank(q, f) {
    return best(
      (function* () {
        for (const d of docs) {
          if (f && !f(d.u)) continue;
          const s = score(q, d);
          if (s > 0.3) yield [d.u, s];
        }
      })(),
    );
  },
});
export const PEERS = {
  // Fuse scans everything, so a scoped index is cached per context filter (filter.key); this favours it
  "fuse.js": (docs, units) => {
    const O = {
      keys: ["k"],
      includeScore: true,
      threshold: units.length > 1000 ? 0.6 : 0.5,
      ignoreLocation: true,
      minMatchCharLength: 2,
    };
    const pen = units.length > 1000 ? 0.4 : 0.15;
    const F = new Fuse(docs, O),
      sub = new Map();
    return {
      rank(q, f) {
        let X = F;
        if (f) {
          X = sub.get(f.key);
          if (!X)
            sub.set(
              f.key,
              (X = new Fuse(
                docs.filter((d) => f(d.u)),
                O,
              )),
            );
        }
        const r = X.search(q, { limit: 40 });
        return best(
          r.map((x) => [
            x.item.u,
            (1 - x.score) *
              (1 - (pen * Math.abs(x.item.k.length - q.length)) / Math.max(x.item.k.length, q.length)),
          ]),
        );
      },
    };
  },
  fuzzysort: (docs) => {
    const P = docs.map((d) => ({ p: fuzzysort.prepare(d.k), u: d.u }));
    return {
      rank(q, f) {
        let r = fuzzysort.go(q, P, { key: "p", threshold: 0.2, limit: f ? 2000 : 40 });
        if (f) r = [...r].filter((x) => f(x.obj.u));
        return best([...r].map((x) => [x.obj.u, x.score]));
      },
    };
  },
  uFuzzy: (docs) => {
    const H = docs.map((d) => d.k);
    const uf = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
    return {
      rank(q, f) {
        const [idxs, info, order] = uf.search(H, q, 3, 5e4);
        if (!idxs || !idxs.length) return null;
        const list = info && order ? order.map((o) => info.idx[o]) : idxs;
        return best(
          list
            .filter((i) => !f || f(docs[i].u))
            .map((i) => [docs[i].u, 1 - Math.abs(H[i].length - q.length) / Math.max(H[i].length, q.length)]),
        );
      },
    };
  },
  minisearch: (docs) => {
    const M = new MiniSearch({
      fields: ["k"],
      storeFields: ["u", "n"],
      searchOptions: { fuzzy: 0.25, prefix: true, combineWith: "OR" },
    });
    M.addAll(docs.map((d, i) => ({ id: i, k: d.k, u: d.u, n: d.k.split(" ").length })));
    return {
      rank(q, f) {
        const r = M.search(q, f ? { filter: (x) => f(x.u) } : undefined);
        if (!r.length) return null;
        const t = r[0];
        let s = 0;
        for (const x of r)
          if (x.u !== t.u) {
            s = x.score;
            break;
          }
        const nq = q.split(" ").length;
        return {
          top: t.u,
          conf: (t.queryTerms.length / nq + Math.min(1, new Set(t.terms).size / t.n)) / 2,
          gap: (t.score - s) / t.score,
        };
      },
    };
  },
  "fastest-levenshtein": (docs) =>
    scan(docs, (q, d) => {
      const m = Math.max(q.length, d.k.length);
      return Math.abs(q.length - d.k.length) > m * 0.6 ? 0 : 1 - distance(q, d.k) / m;
    }),
  "string-similarity-js": (docs, units) => {
    const f = ssj.stringSimilarity || ssj.default?.stringSimilarity || ssj.default;
    const n = units.length > 1000 ? 2 : 3;
    return scan(docs, (q, d) => f(q, d.k, n));
  },
  "cmpstr (Jaro-Winkler)": (docs) => {
    const c = CmpStr.create().setMetric("jaroWinkler");
    return scan(docs, (q, d) => c.compare(q, d.k));
  },
};
// [tuning, scoring] stratified sample sizes on the national sets; the others run on everything
export const SLOW = { "cmpstr (Jaro-Winkler)": [300, 1000], "fuse.js": [700, 2500] };
