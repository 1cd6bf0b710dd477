#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes known-networks.json: published networks with figures worked out by other programs.

Needs python3-networkx and python3-igraph; made with networkx 3.2.1 and igraph 0.11.8 (C core
0.10.15). Nothing of the program's own goes into it: centrality, coreness, clustering and
constraint are networkx's, assortativity and the best modularity igraph's, and what neither has (reciprocity of arcs,
E-I, brokerage, centralisation, the core that fits best) is counted here straight from its
definition, by trying all.

Networks: Zachary 1977 (karate club), Padgett & Ansell 1993 (Florentine families: marriages, and
business as in UCINET's PADGB), Krackhardt 1990 (kite), Davis, Gardner & Gardner 1941 (Southern women:
two modes, and the women by shared events), Knoke & Wood 1981 (information among ten
organisations, as in UCINET's KNOKI), Knuth 1993 (Les Misérables), and graphs of graph theory:
Petersen 1898, Frucht 1939, Tutte 1946, Heawood 1890, Chvátal 1970.
"""
import itertools
import json
import math
import sys
from pathlib import Path

import igraph
import networkx as nx

KNOKE = """0100101010 1011101110 0101111001 1100101000 1111001111
0010001010 0101100000 1101101010 0100101000 1110101000""".split()
PADGETT_BUSINESS = """Barbadori-Castellani Barbadori-Ginori Barbadori-Medici Barbadori-Peruzzi
Bischeri-Guadagni Bischeri-Lamberteschi Bischeri-Peruzzi Castellani-Lamberteschi
Castellani-Peruzzi Ginori-Medici Guadagni-Lamberteschi Lamberteschi-Peruzzi Medici-Pazzi
Medici-Salviati Medici-Tornabuoni""".split()


def knoke():
    graph = nx.DiGraph()
    graph.add_nodes_from(range(10))
    graph.add_edges_from((i, k) for i, row in enumerate(KNOKE) for k, c in enumerate(row) if c == "1")
    return graph


def davis_women():
    both = nx.davis_southern_women_graph()
    women = [n for n, mode in both.nodes(data="bipartite") if mode == 0]
    return nx.bipartite.weighted_projected_graph(both, women)


def networks():
    yield "karate", nx.karate_club_graph(), "club"
    yield "florentine-marriages", nx.florentine_families_graph(), None
    yield "padgett-business", nx.Graph([t.split("-") for t in PADGETT_BUSINESS]), None
    yield "krackhardt-kite", nx.krackhardt_kite_graph(), None
    yield "davis-two-mode", nx.davis_southern_women_graph(), "bipartite"
    yield "davis-women", davis_women(), None
    yield "knoke-information", knoke(), None
    yield "les-miserables", nx.les_miserables_graph(), None
    yield "petersen", nx.petersen_graph(), None
    yield "frucht", nx.frucht_graph(), None
    yield "tutte", nx.tutte_graph(), None
    yield "heawood", nx.heawood_graph(), None
    yield "chvatal", nx.chvatal_graph(), None


def known(value):
    return None if value is None or math.isnan(value) else value


def closeness(graph, node):
    """1 / mean distance to those reached."""
    found = nx.single_source_shortest_path_length(graph, node)
    return None if len(found) < 2 else (len(found) - 1) / sum(found.values())


def brokerage(arcs, group, n):
    """Gould & Fernandez, straight from the definition, over all ordered triples."""
    counts = [[0] * 5 for _ in range(n)]
    for a, b, c in itertools.permutations(range(n), 3):
        if (a, b) in arcs and (b, c) in arcs and (a, c) not in arcs:
            x, y, z = group[a], group[b], group[c]
            role = (0 if x == y == z else 1 if x == z else 2 if y == z else 3 if x == y else 4)
            counts[b][role] += 1
    return counts


def fewest_misfits(pairs, n):
    """Over all cores there are."""
    if n > 14:
        return None
    best = len(pairs)
    for core in range(1 << n):
        size = core.bit_count()
        within = sum(core >> a & 1 and core >> b & 1 for a, b in pairs)
        edge = sum(not (core >> a & 1 or core >> b & 1) for a, b in pairs)
        best = min(best, size * (size - 1) // 2 - within + edge)
    return best


def describe(name, given, attribute):
    index = {node: i for i, node in enumerate(given)}
    n = len(index)
    directed = given.is_directed()
    edges = sorted((index[a], index[b]) for a, b in given.edges())
    weights = {(index[a], index[b]): w for a, b, w in given.edges(data="weight", default=1)}
    plain = nx.Graph()
    plain.add_nodes_from(range(n))
    for (a, b), w in weights.items():
        plain.add_edge(a, b, weight=w + (plain[a][b]["weight"] if plain.has_edge(a, b) else 0))
    names = [str(given.nodes[x].get(attribute)) if attribute else None for x in given]
    labels = sorted(set(names) - {None})
    group = [labels.index(x) for x in names] if attribute else [i % 3 for i in range(n)]
    for i in range(n):
        plain.nodes[i]["group"] = group[i]
    pairs = sorted(tuple(sorted(p)) for p in plain.edges())
    arcs = set(edges) | (set() if directed else {(b, a) for a, b in edges})
    degrees = [plain.degree(i) for i in range(n)]
    most = max(degrees)
    across = sum(group[a] != group[b] for a, b in pairs)
    other = igraph.Graph(n=n, edges=pairs)
    constraint = nx.constraint(plain)
    weighted = nx.constraint(plain, weight="weight")
    between = nx.betweenness_centrality(plain, normalized=False)
    local = nx.clustering(plain)
    cores = nx.core_number(plain)
    same = other.assortativity_nominal(group, directed=False)
    busy = other.assortativity_degree(directed=False)
    return {
        "name": name,
        "nodes": n,
        "directed": directed,
        "edges": [[a, b, weights[a, b]] for a, b in edges],
        "groups": group,
        "density": nx.density(plain),
        "reciprocity": nx.overall_reciprocity(given) if directed else None,
        "centralisation": sum(most - d for d in degrees) / ((n - 1) * (n - 2)),
        "transitivity": nx.transitivity(plain),
        "clustering": [local[i] if degrees[i] > 1 else None for i in range(n)],
        "components": nx.number_connected_components(plain),
        "coreness": [cores[i] for i in range(n)],
        "closeness": [closeness(plain, i) for i in range(n)],
        "betweenness": [between[i] for i in range(n)],
        "constraint": [known(constraint[i]) for i in range(n)],
        "weighted_constraint": [known(weighted[i]) for i in range(n)],
        "e_i": (2 * across - len(pairs)) / len(pairs),
        "assortativity": known(same),
        "degree_assortativity": known(busy),
        "modularity": nx.community.modularity(
            plain, [[i for i in range(n) if group[i] == g] for g in sorted(set(group))], weight=None),
        "best_modularity": max(best_modularity(other, seed) for seed in range(40)),
        "brokerage": brokerage(arcs, group, n),
        "misfits": fewest_misfits(pairs, n),
    }


def best_modularity(graph, seed):
    import random
    random.seed(seed)
    return graph.community_leiden("modularity", n_iterations=20).modularity


def main():
    made = [describe(*network) for network in networks()]
    lines = ",\n".join(json.dumps(network, separators=(",", ":")) for network in made)
    text = '{"networks":[\n' + lines + "\n]}\n"
    Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).with_name("known-networks.json")
         ).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
