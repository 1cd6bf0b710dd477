# SPDX-License-Identifier: GPL-3.0-or-later
"""Three clusters of invented places, their institutions, buyers and suppliers, and the people.

Proportions: footwear and furniture have few leading firms and a broad tier of workshops (KM98, the
three tiers of Nadvi and Schmitz 1994); surgical instruments counts about 300 manufacturers, an
association with a testing laboratory of its own and a credit line (UN98 Box 2).
"""

from .dates import day
from .portfolio import band, usd

AGENCY_HEAD = "Elisa Montt"
OFFICER = "Rubén Salvo"

CLUSTERS = {
    "footwear": dict(
        name="Footwear, Villa Crispín", trade="Footwear", place="Villa Crispín",
        industry="traditional", firms=band(260, 340), micro_share=83,
        source="Municipal licences 2023 and a street count of two districts, March 2024"),
    "furniture": dict(
        name="Furniture, Alto Roble", trade="Wooden furniture", place="Alto Roble",
        industry="traditional", firms=band(120, 160), micro_share=band(85, 90),
        source="List of the carpenters’ guild, 2023; many workshops are not on it"),
    "surgical": dict(
        name="Surgical instruments, Peñas del Sur", trade="Surgical instruments",
        place="Peñas del Sur", industry="traditional", firms=300, micro_share=band(60, 75),
        source="Manufacturers’ association, member list of January 2023"),
}
MAPPED = {"footwear": day("2024-08-19"), "furniture": day("2024-02-12"),
          "surgical": day("2023-05-08")}

# key: cluster or None, kind, name, short name, place, founded
INSTITUTIONS = {
    "agencia-sur": (None, "agency", "Agencia Sur", None, "Puerto Claro", "1991"),
    "fondo-andino": (None, "other", "Fondo Andino de Cooperación", "Fondo Andino", "abroad", None),
    "fundacion-telar": (None, "ngo", "Fundación Telar", None, "Puerto Claro", "2009"),
    "banco-provincial": (None, "finance", "Banco Provincial", None, "Puerto Claro", "1954"),
    "coop-ahorro": (None, "finance", "Cooperativa de Ahorro La Espiga", "Savings co-op",
                    "Villa Crispín", "1978"),
    "camara-calzado": ("footwear", "chamber", "Cámara del Calzado", None, "Villa Crispín", "1962"),
    "instituto-cuero": ("footwear", "testing-centre", "Instituto del Cuero", None,
                        "Villa Crispín", "1987"),
    "escuela-4": ("footwear", "training-institute", "Escuela Técnica 4", None,
                  "Villa Crispín", "1971"),
    "muni-crispin": ("footwear", "government", "Municipality of Villa Crispín", "Municipality",
                     "Villa Crispín", None),
    "grupo-marroquineros": ("footwear", "group", "Grupo Marroquineros del Puerto",
                            "Marroquineros", "Puerto Claro", "2025"),
    "almacenes-rio": ("footwear", "buyer", "Almacenes Río", None, "Puerto Claro", None),
    "rossi": ("footwear", "buyer", "Rossi Importaciones", "Rossi", "abroad", None),
    "cadena-andes": ("footwear", "buyer", "Cadena Andes", None, "Puerto Claro", None),
    "uniformes-estado": ("footwear", "buyer", "State Uniform Office", "Uniforms, state",
                         "Puerto Claro", None),
    "suelas-sur": ("footwear", "supplier", "Suelas Sur", None, "Puerto Claro", None),
    "curtidos-lago": ("footwear", "supplier", "Curtidos Lago", None, "Laguna Parda", None),
    "herrajes-faro": ("footwear", "supplier", "Herrajes Faro", None, "Puerto Claro", None),
    "gremio-carpinteros": ("furniture", "association", "Gremio de Carpinteros de Alto Roble",
                           "Carpenters’ guild", "Alto Roble", "1983"),
    "centro-madera": ("furniture", "technology-centre", "Centro Tecnológico de la Madera",
                      "Wood centre", "Alto Roble", "1999"),
    "taller-escuela": ("furniture", "training-institute", "Taller Escuela San José",
                       "Taller Escuela", "Alto Roble", "1966"),
    "muni-roble": ("furniture", "government", "Municipality of Alto Roble", None,
                   "Alto Roble", None),
    "casa-lumbre": ("furniture", "buyer", "Casa Lumbre stores", "Casa Lumbre",
                    "Puerto Claro", None),
    "hoteles-bahia": ("furniture", "buyer", "Hoteles Bahía Clara", "Hoteles Bahía",
                      "Puerto Claro", None),
    "nordisk-hjem": ("furniture", "buyer", "Nordlys Hjem import", "Nordlys", "abroad", None),
    "aserradero-pico": ("furniture", "supplier", "Aserradero Pico Alto", "Aserradero Pico",
                        "Pico Alto", None),
    "barnices-delta": ("furniture", "supplier", "Barnices Delta", None, "Puerto Claro", None),
    "asociacion-instrumental": ("surgical", "association",
                                "Asociación de Fabricantes de Instrumental", "Makers’ association",
                                "Peñas del Sur", "1958"),
    "laboratorio-metales": ("surgical", "testing-centre", "Laboratorio de Metales de la Asociación",
                            "Metals laboratory", "Peñas del Sur", "1996"),
    "liceo-industrial": ("surgical", "training-institute", "Liceo Industrial de Peñas",
                         "Liceo Industrial", "Peñas del Sur", "1949"),
    "oficina-exportacion": ("surgical", "government", "Export Promotion Office", "Export office",
                            "Puerto Claro", None),
    "medihaus": ("surgical", "buyer", "Medihaus Handel", "Medihaus", "abroad", None),
    "northgate": ("surgical", "buyer", "Northgate Surgical Supply", "Northgate", "abroad", None),
    "salud-publica": ("surgical", "buyer", "Public Health Purchasing", "Public health",
                      "Puerto Claro", None),
    "aceros-norte": ("surgical", "supplier", "Aceros del Norte", "Aceros Norte",
                     "Puerto Claro", None),
    "forjas-union": ("surgical", "supplier", "Forjas Unión", None, "Laguna Parda", None),
}

# key: name, role, employer
PEOPLE = {
    "marta-rios": ("Marta Ríos", "broker", "agencia-sur"),
    "celia-navarro": ("Celia Navarro", "broker", "agencia-sur"),
    "tomas-echeverria": ("Tomás Echeverría", "broker", "agencia-sur"),
    "hugo-paredes": ("Hugo Paredes", "broker", "agencia-sur"),
    "nadia-corrales": ("Nadia Corrales", "broker", "agencia-sur"),
    "julian-soto": ("Julián Soto", "broker", "agencia-sur"),
    "elisa-montt": (AGENCY_HEAD, "agency-staff", "agencia-sur"),
    "ruben-salvo": (OFFICER, "agency-staff", "agencia-sur"),
    "anneke-vos": ("Anneke Vos", "consultant", None),
    "oscar-linares": ("Óscar Linares", "consultant", None),
    "paula-huerta": ("Paula Huerta", "other", "instituto-cuero"),
    "imanol-daher": ("Imanol Daher", "other", "laboratorio-metales"),
}


def build(p):
    p.add("portfolio", "agencia-sur", AGENCY_HEAD, entered=day("2023-02-06"),
          title="Agencia Sur: an illustration", agency="Agencia Sur", currency="USD",
          fiscal_year_start=1, languages="en, es", confidentiality="agency", illustration=True,
          shown_at="2026-06-30",
          note="Everything here is invented: the agency, the places, the firms, the people and "
               "every figure. Sizes and proportions follow published descriptions of clusters and "
               "networks of small firms, so that the portfolio looks like life: uneven, with gaps, "
               "with bands instead of figures, with good and bad initiatives.")
    for key, fields in CLUSTERS.items():
        p.add("cluster", key, AGENCY_HEAD, entered=MAPPED[key], **fields)
    for key, (cluster, kind, name, short, place, founded) in INSTITUTIONS.items():
        p.add("institution", key, OFFICER, entered=MAPPED[cluster or "surgical"], name=name,
              short_name=short, kind=kind, cluster=cluster and p.id("cluster", cluster),
              place=place, founded=founded)
    for key, (name, role, employer) in PEOPLE.items():
        p.add("person", key, OFFICER, entered=day("2023-05-08"), name=name, role=role,
              employer=employer and p.id("institution", employer))
    _capacities(p)


def _capacities(p):
    for key, on, tests, cost in (("instituto-cuero", "2024-01-01", 70, 3100),
                                 ("instituto-cuero", "2025-07-01", 90, 3650),
                                 ("laboratorio-metales", "2023-01-01", band(80, 100), 5200),
                                 ("laboratorio-metales", "2024-09-01", 130, 6400),
                                 ("centro-madera", "2025-01-01", band(20, 30), None)):
        p.add("capacity", f"{key}/{on}", OFFICER, institution=p.id("institution", key), date=on,
              tests_a_month=tests, running_cost=cost and usd(cost), late=False)
