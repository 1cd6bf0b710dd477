# SPDX-License-Identifier: GPL-3.0-or-later
"""The firms' names, by cluster and programme, with their tiers.

Each line: short name; full name; trade; owner (w, m, j: woman, man, jointly; -: not recorded).
Three tiers by name: leading, middle, workshop; "unknown" where nobody has looked.
"""

FIRMS = {
    ("footwear", "franklin"): {
        "leading": """
            Lema; Calzados Lema; men’s shoes; m
            Vega; Vega e Hijas; women’s shoes; w
            Ruiz Hnos; Ruiz Hermanos Calzado; school and men’s shoes; m
            Aldana; Aldana Calzado de Seguridad; safety shoes; m""",
        "middle": """
            Pasos; Pasos Calzado Infantil; children’s shoes; w
            Suárez; Aparados Suárez; stitching of uppers; m
            Nogal; Zapatería Nogal; women’s shoes; m
            Tilcara; Botas Tilcara; boots; j
            Quiroga; Cortes Quiroga; cutting of uppers; m
            Ibarra; Calzado Ibarra; sandals; m
            Serrat; Serrat Diseño; pattern making; w
            Montes; Montes Plantillas; insoles; m
            La Horma; La Horma del Barrio; lasts and heels; m""",
        "workshop": """
            Ferro; Taller Ferro; stitching; m
            Díaz; Taller Díaz; stitching; w
            Olmos; Olmos Costura; stitching; w
            Rey; Terminados Rey; finishing; m
            Prado; Taller Prado; cutting; m
            Luna; Aparado Luna; stitching; w
            Cobos; Taller Cobos; finishing; m
            Salas; Hermanos Salas; lasting; -""",
        "unknown": "Maidana; Maidana; sandals; -",
    },
    ("footwear", "este"): {
        "leading": "Quinteros; Calzado Quinteros; work boots; m",
        "middle": """
            Suelas Andinas; Suelas Andinas; soles; m
            Arrayán; Botas Arrayán; boots; m
            Cóndor; Plantillas Cóndor; insoles; -
            Ñuble; Talabartes Ñuble; belts and straps; w
            Horma Sur; Horma Sur; lasts; m""",
        "workshop": """
            Victoria; Cortes Victoria; cutting; w
            Peral; Taller Peral; stitching; m
            Los Hornos; Costura Los Hornos; stitching; w
            Cardoso; Taller Cardoso; finishing; m
            Abarca; Aparado Abarca; stitching; j
            Trébol; Taller El Trébol; lasting; m""",
        "unknown": "Molina; Molina; repairs and sandals; -",
    },
    ("footwear", None): {
        "leading": """
            Bravía; Calzado Bravía; sport shoes; m
            Imperial; Manufacturas Imperial; men’s shoes; m
            Del Plata; Zapaterías del Plata; women’s shoes; m""",
        "middle": """
            Tacón; Tacón y Punta; heels; w
            Alameda; Botas Alameda; boots; m
            Cerrillos; Calzado Cerrillos; school shoes; m
            Reinoso; Reinoso Cueros; uppers; m
            Palermo; Calzado Palermo; women’s shoes; j
            Yungay; Yungay Industrial; soles; m
            Castaño; El Castaño; children’s shoes; m
            Orellana; Orellana Hijos; slippers; -""",
        "workshop": """
            Rosales; Taller Rosales; stitching; w
            Barrios; Taller Barrios; stitching; m
            Paz; Aparado Lidia Paz; stitching; w
            Cuatro Esquinas; Taller Cuatro Esquinas; finishing; -
            Miranda; Costura Miranda; stitching; w
            Godoy; Taller Godoy; cutting; m
            Vidal; Vidal Terminados; finishing; m
            Zamora; Taller Zamora; lasting; m
            Fuentes; Hermanas Fuentes; stitching; w
            Leiva; Taller Leiva; cutting; m
            Bustos; Bustos; stitching; -
            Santa Rita; Taller Santa Rita; stitching; w
            Araya; Taller Araya; finishing; m
            Mellado; Mellado; lasting; -
            Cifuentes; Costura Cifuentes; stitching; w
            Tapia; Taller Tapia; cutting; m""",
        "unknown": """
            Farías; Farías; sandals; -
            Sin Nombre; Workshop in Pasaje Dos; stitching; -""",
    },
    ("furniture", "valle"): {
        "leading": """
            Roble Viejo; Muebles Roble Viejo; dining rooms; m
            Alerzal; Alerzal Diseño; export furniture; j""",
        "middle": """
            Encina; Carpintería Encina; kitchens; m
            Montealto; Muebles Montealto; bedrooms; m
            Lenga; Sillas Lenga; chairs; w
            Tornería Sol; Tornería El Sol; turning; m
            Barniz Fino; Barniz Fino; finishing; m
            Cepillo; El Cepillo; doors; -""",
        "workshop": """
            Contreras; Taller Contreras; chairs; m
            Mimbre Luz; Mimbre de Luz; wicker; w
            Sandoval; Taller Sandoval; frames; m
            Tapices Ana; Tapices Ana; upholstery; w
            Garrido; Hermanos Garrido; tables; m
            Ulloa; Taller Ulloa; turning; -
            Pinares; Taller Los Pinares; frames; m""",
        "unknown": "Riquelme; Riquelme; repairs; -",
    },
    ("furniture", "puente"): {
        "leading": "Larraín; Maderas Larraín; sawn timber and tables; m",
        "middle": """
            Del Puente; Carpintería del Puente; doors; m
            Hualle; Muebles Hualle; bedrooms; m
            Ciprés; Ciprés Hogar; kitchens; m
            Escuadra; La Escuadra; office furniture; m""",
        "workshop": """
            Larraín Hijo; Taller Larraín Hijo; tables; m
            Cárcamo; Taller Cárcamo; frames; m
            Oyarzo; Oyarzo; chairs; -
            Mansilla; Taller Mansilla; turning; m
            Viruta; La Viruta; toys; w
            Barría; Taller Barría; doors; m
            Soto Hnos; Soto Hermanos; chairs; m""",
    },
    ("furniture", None): {
        "leading": """
            Gran Sala; Muebles Gran Sala; living rooms; m
            Patagua; Industrias Patagua; panels and kitchens; m""",
        "middle": """
            Olivar; Muebles El Olivar; bedrooms; m
            Castilla; Carpintería Castilla; doors; -
            Nativa; Madera Nativa; tables; w
            Formón; El Formón; carving; m""",
        "workshop": """
            Jara; Taller Jara; frames; m
            Poblete; Poblete; chairs; -
            Santelices; Tapicería Santelices; upholstery; w
            Bravo; Taller Bravo; tables; m
            Curiñanco; Taller Curiñanco; turning; -
            Mella; Mella Hermanos; frames; m
            Opazo; Taller Opazo; toys; w
            Neira; Taller Neira; doors; m
            Valdés; Valdés Barnices; finishing; m""",
        "unknown": "Carpintero Ruta; Carpenter on the highway; frames; -",
    },
    ("surgical", "norte"): {
        "leading": """
            Bisel; Instrumental Bisel; scissors; m
            Ledesma; Ledesma Quirúrgica; forceps; m
            Acervo; Acervo Médico; dental instruments; j
            Trócar; Trócar y Cía.; endoscopy; m""",
        "middle": """
            Pinzas Vera; Pinzas Vera; forceps; m
            Templado Sur; Templado Sur; heat treatment; m
            Filo Recto; Filo Recto; scalpels; m
            Montiel; Montiel Acabados; polishing; w
            Cremallera; Cremallera Fina; clamps; m
            Dental Roca; Dental Roca; dental instruments; m
            Escofina; La Escofina; bone files; m
            Galván; Matrices Galván; dies; m""",
        "workshop": """
            Pulidos Mar; Pulidos Mar; polishing; w
            Remache; Taller Remache; riveting; m
            Noriega; Taller Noriega; grinding; m
            Casal; Taller Casal; filing; -
            Espejo; El Espejo; mirror polish; w
            Tijerero; El Tijerero; fitting of scissors; m""",
    },
    ("surgical", "oriente"): {
        "leading": "Orbe; Orbe Instrumental; retractors; m",
        "middle": """
            Zafiro; Zafiro Dental; dental instruments; w
            Ribalta; Ribalta; forceps; m
            Cantero; Forja Cantero; forging; m""",
        "workshop": """
            Duarte; Taller Duarte; filing; m
            Mesina; Taller Mesina; polishing; w
            Robledo; Robledo; grinding; -
            Ocampo; Taller Ocampo; fitting; m
            Lastra; Lastra Hermanos; riveting; m""",
    },
    ("surgical", None): {
        "leading": """
            Cumbre Médica; Cumbre Médica; full sets; m
            Sterila; Sterila; sterile packs; m""",
        "middle": """
            Hidalgo; Hidalgo Forceps; forceps; m
            Niquelados Paz; Niquelados Paz; plating; m
            Cordero; Cordero Veterinaria; veterinary instruments; w
            Aguilar; Matrices Aguilar; dies; m
            Vértice; Vértice Dental; dental instruments; -""",
        "workshop": """
            Ponce; Taller Ponce; filing; m
            Iturbe; Taller Iturbe; grinding; m
            Villalba; Villalba; polishing; -
            Serna; Taller Serna; fitting; m
            Cuesta; Pulidos La Cuesta; polishing; w
            Barco; Taller Barco; riveting; m
            Manrique; Manrique; filing; -""",
        "unknown": "Patio Nueve; Courtyard 9; filing; -",
    },
}

# Owner group: its firms. Cousins, or a father and his son, count once (D1).
OWNERS = {
    "Quiroga family": ("quiroga", "prado"),
    "Cousins of Tilcara": ("tilcara", "rey"),
    "Suelas Andinas partners": ("suelas-andinas", "condor"),
    "Montealto household": ("montealto", "garrido"),
    "Larraín family": ("larrain", "larrain-hijo", "del-puente"),
    "Ledesma family": ("ledesma", "pinzas-vera"),
    "Imperial and Castaño": ("imperial", "castano"),
}

# Firms that moved between tiers: firm, date, tier, reason.
MOVES = (
    ("tilcara", "2025-11-20", "leading", "passed the audit of Rossi and sells to it directly"),
    ("olmos", "2025-10-06", "middle", "hired five and bought two post machines"),
    ("nogal", "2024-11", "middle", "sells beyond the district since the spring"),
    ("arrayan", "2026-02-11", "middle", "stock of leather bought; two staff hired"),
    ("peral", "2025-31", "middle", "takes work from Quinteros for export"),
    ("lenga", "2026-03-12", "leading", "first export order and a chair of its own design"),
    ("filo-recto", "2024-08-15", "leading", "certified, sells to Medihaus"),
    ("montiel", "2025-06-03", "leading", "passed a buyer audit; new polishing line"),
    ("pulidos-mar", "2024-32", "middle", "subcontracts for Medihaus through Bisel"),
    ("remache", "2025-09-22", "middle", "hired four, new press"),
    ("alameda", "2025-12", "workshop", "lost its buyer after the duty, let its staff go"),
    ("casal", "2025-05-19", "middle", "works for two exporters"),
)
