/** Names that news writes in several ways: organisations and their abbreviations, weapons, cities; the first is what they are listed under. */

/** name|other ways, apart by semicolons */
export const ORGANISATION_ROWS = `
NATO|North Atlantic Treaty Organization;North Atlantic Treaty Organisation;North Atlantic Alliance;Nato;N.A.T.O.;Atlantic Alliance
European Union|EU;E.U.
United Nations|UN;U.N.;United Nations Organization;UNO
UN Security Council|United Nations Security Council;Security Council;UNSC;U.N. Security Council
UN General Assembly|United Nations General Assembly;General Assembly;U.N. General Assembly
International Atomic Energy Agency|IAEA
World Health Organization|WHO;World Health Organisation
International Monetary Fund|IMF
World Bank|
World Trade Organization|WTO;World Trade Organisation
European Central Bank|ECB
European Commission|EC;EU Commission
European Parliament|EU Parliament
European Court of Human Rights|ECHR
International Criminal Court|ICC
International Court of Justice|ICJ;World Court
Federal Reserve|Fed;US Federal Reserve;U.S. Federal Reserve
Organization for Security and Co-operation in Europe|OSCE;Organisation for Security and Co-operation in Europe
Organisation for Economic Co-operation and Development|OECD;Organization for Economic Cooperation and Development
OPEC|Organization of the Petroleum Exporting Countries;Opec
G7|Group of Seven;Group of 7;G-7
G20|Group of Twenty;Group of 20;G-20
BRICS|Brics
ASEAN|Association of Southeast Asian Nations;Asean
African Union|AU
Arab League|League of Arab States
UNICEF|Unicef;United Nations Children's Fund
UNHCR|UN refugee agency;U.N. refugee agency;United Nations High Commissioner for Refugees
UNESCO|Unesco
UNRWA|
World Food Programme|WFP;World Food Program
Red Cross|International Committee of the Red Cross;ICRC
CIA|Central Intelligence Agency
FBI|Federal Bureau of Investigation
NSA|National Security Agency
FSB|Federal Security Service
BBC|British Broadcasting Corporation
NASA|National Aeronautics and Space Administration;Nasa
Pentagon|US Department of Defense;U.S. Department of Defense;Department of Defense;Defense Department;US Defense Department;U.S. Defense Department
US State Department|State Department;U.S. State Department;Department of State;US Department of State
US Congress|Congress;U.S. Congress
US Senate|U.S. Senate
Islamic State|ISIS;ISIL;Daesh;IS
Taliban|
Hamas|
Hezbollah|Hizbollah;Hizbullah
Wagner Group|Wagner;Wagner PMC;PMC Wagner
Western allies|
`

/** Weapons and munitions with names of their own; words in the singular. */
export const WEAPON_ROWS = `
Patriot|MIM-104 Patriot;MIM-104;PAC-3;PAC-2
NASAMS|
ATACMS|Army Tactical Missile System;MGM-140
HIMARS|M142 HIMARS
IRIS-T|IRIS-T SLM
THAAD|
Iron Dome|
S-300|S-300V;S-300PMU
S-400|
S-500|
Buk|Buk-M1;Buk-M2
Pantsir|Pantsir-S1
Stinger|FIM-92 Stinger
Javelin|FGM-148 Javelin
Hawk|MIM-23 Hawk
Leopard|Leopard 1;Leopard 2;Leopard 2A4;Leopard 2A6
Abrams|M1 Abrams;M1A1 Abrams;M1A2 Abrams;M1A1;M1A2
Challenger|Challenger 2
Bradley|M2 Bradley
Marder|
Gepard|
Stryker|
Caesar|
Storm Shadow|
SCALP|SCALP-EG
Taurus|Taurus KEPD 350;TAURUS
Tomahawk|
Iskander|Iskander-M
Kinzhal|Kh-47M2 Kinzhal
Kalibr|
Oreshnik|
Sarmat|RS-28 Sarmat
Shahed|Shahed-136;Shahed-131;Geran-2
Bayraktar|Bayraktar TB2;TB2
Lancet|
Neptune|
Harpoon|
Excalibur|
F-16|F16;F-16 Fighting Falcon
F-35|F35
Gripen|JAS 39 Gripen
MiG-29|
MiG-31|
Su-34|
Su-35|
Tu-95|
B-52|
`

export const PLACE_ROWS = `
Kyiv|Kiev;Kyyiv
Kharkiv|Kharkov
Odesa|Odessa
Lviv|Lvov
Mykolaiv|Nikolaev;Nikolayev
Zaporizhzhia|Zaporozhye;Zaporizhia;Zaporizhzhya;Zaporozhia
Luhansk|Lugansk
Dnipro|Dnepr;Dnipropetrovsk
Chernihiv|Chernigov
Chornobyl|Chernobyl
Donbas|Donbass
Bakhmut|Artyomovsk
Mumbai|Bombay
Kolkata|Calcutta
Beijing|Peking
Istanbul|Constantinople
Gaza|Gaza Strip
West Bank|
Crimea|Crimean peninsula;Crimean Peninsula
Strait of Hormuz|Hormuz Strait
`
