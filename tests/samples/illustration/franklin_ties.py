# SPDX-License-Identifier: GPL-3.0-or-later
"""The ties of the members of Calzado Franklin, each written out: the drawing of the group, with and
without its manager, tells a story of its own."""

# Among members of Calzado Franklin: kind, from, to, started, and who brought them together:
#   -  they found each other, or nobody asked
#   b  the broker, and there was no contact without her since
#   o  the broker, last contact without her more than a year ago
#   w  the broker, and they have since dealt with each other without her
AMONG = """
    subcontracting lema pasos 2019 -
    subcontracting lema suarez 2021 -
    subcontracting vega nogal 2022-05 -
    subcontracting vega tilcara 2020~ -
    subcontracting ruiz-hnos nogal 2024-09-16 -
    subcontracting aldana la-horma 2023-29 -
    subcontracting suarez diaz 2017 -
    subcontracting nogal olmos 2023 -
    subcontracting tilcara rey 2015 -
    subcontracting quiroga prado 2012 -
    subcontracting ibarra luna 2024-03 -
    subcontracting montes cobos - -
    co-operation lema vega 2024-10-21 -
    co-operation pasos suarez 2025-01-20 w
    co-operation nogal tilcara 2025-03-19 w
    co-operation olmos rey 2025-04-08 w
    co-operation vega aldana 2025-09-12 w
    information lema ruiz-hnos 2018 -
    finance ruiz-hnos aldana 2025-11-04 -
    subcontracting ruiz-hnos quiroga 2025-05-12 b
    subcontracting aldana montes 2025-06-23 o
    subcontracting pasos ferro 2024-12-09 o
    subcontracting la-horma salas 2025-02-17 b
    subcontracting serrat cobos 2025-10-27 b
    co-operation quiroga ibarra 2025-03-19 o
    co-operation ibarra serrat 2025-08-18 b
    co-operation serrat montes 2025-09-22 b
    co-operation ferro diaz 2024-11-25 o
    co-operation salas cobos 2026-02-16 b
    co-operation luna salas 2025-11-17 b
    co-operation maidana luna 2026-03-30 b
    information serrat la-horma 2024-11-18 o
    information prado luna 2025-07-28 b
    information maidana prado 2026-04-13 b
    information tilcara ibarra 2025-04-28 b
"""
# Ended, or not asked again: kind, from, to, started, ended or "stale", introducer as above.
PAST = """
    subcontracting aldana suarez 2020 2025-08-29 -
    subcontracting vega ibarra 2021 2025-02 -
    co-operation lema montes 2024-11-18 2025-06-13 b
    subcontracting pasos olmos 2018 2026-01-23 -
    information nogal quiroga 2016 stale -
    co-operation ruiz-hnos pasos 2023-11 stale -
"""
# Members and the world outside: kind, from, to, started, introducer.
OUTSIDE = """
    sales lema almacenes-rio 2011 -
    sales ruiz-hnos almacenes-rio 2016 -
    sales vega rossi 2024-04 -
    sales tilcara rossi 2025-11-20 w
    sales aldana cadena-andes 2025-12-02 b
    sales nogal cadena-andes 2026-05-22 b
    sales aldana uniformes-estado 2013 -
    supply suelas-sur diaz 2020 -
    supply suelas-sur olmos 2023~ -
    supply suelas-sur pasos 2014 -
    supply curtidos-lago rey 2019 -
    supply curtidos-lago luna 2024-25 -
    supply curtidos-lago lema 2008 -
    supply curtidos-lago vega 2012 -
    supply herrajes-faro suarez 2021 -
    supply herrajes-faro tilcara - -
    supply suelas-andinas la-horma 2022 -
    supply condor montes 2024-10 -
    service instituto-cuero lema 2015 -
    service instituto-cuero aldana 2017 -
    service instituto-cuero vega 2025-03-24 w
    service instituto-cuero suarez 2025-04-14 w
    service instituto-cuero nogal 2025-05-05 w
    service instituto-cuero montes 2025-09-08 b
    service instituto-cuero serrat 2025-10-13 b
    service instituto-cuero diaz 2025-07-14 w
    service instituto-cuero tilcara 2025-06-16 w
    service instituto-cuero quiroga 2025-11-10 b
    service escuela-4 ferro 2025-02-10 w
    service escuela-4 luna 2025-02-10 w
    service escuela-4 salas 2025-09-02 b
    service escuela-4 cobos 2025-09-02 b
    service escuela-4 olmos 2024-11-11 w
    service escuela-4 ibarra 2023 -
    finance banco-provincial lema 2009 -
    finance banco-provincial aldana 2018-06 -
    finance coop-ahorro nogal 2022 -
    finance coop-ahorro diaz 2024-33 -
    finance coop-ahorro suarez 2025-10-20 w
    information lema camara-calzado 2005 -
    information vega camara-calzado 2017 -
    information ruiz-hnos camara-calzado 2010 -
    information aldana camara-calzado 2019 -
    information pasos camara-calzado 2025-02-03 w
    information suarez camara-calzado 2025-02-03 b
    information muni-crispin lema - -
    subcontracting bravia pasos 2021 -
    subcontracting imperial suarez 2019 -
    subcontracting del-plata nogal 2020 -
    subcontracting tacon ferro 2022 -
    subcontracting reinoso prado 2023-31 -
    subcontracting palermo salas 2024-02 -
    subcontracting suarez barrios 2023 -
    subcontracting quiroga leiva 2024-08-26 -
    subcontracting ibarra mellado 2022 -
    subcontracting pasos rosales 2018 -
    subcontracting nogal fuentes 2021-30 -
    subcontracting tilcara zamora 2024 -
    subcontracting montes araya 2025-01 -
    subcontracting serrat godoy 2025-04-02 -
    subcontracting la-horma vidal 2016 -
    information grupo-marroquineros lema 2026-02-10 b
"""
