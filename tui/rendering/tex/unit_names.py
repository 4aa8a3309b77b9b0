"""What the names of units and of their prefixes show."""


def _table(pairs: str) -> dict[str, str]:
    words = pairs.split()
    return dict(zip(words[::2], words[1::2], strict=True))


PREFIXES = _table("""
quecto q ronto r yocto y zepto z atto a femto f pico p nano n micro μ milli m centi c deci d deca da deka da
hecto h kilo k mega M giga G tera T peta P exa E zetta Z yotta Y ronna R quetta Q kibi Ki mebi Mi gibi Gi tebi Ti
""")
"""Prefixes, by their names without the backslash."""

UNITS = _table("""
metre m meter m gram g second s ampere A kelvin K mole mol candela cd kilogram kg becquerel Bq coulomb C farad F
gray Gy hertz Hz henry H joule J katal kat lumen lm lux lx newton N ohm Ω pascal Pa radian rad siemens S sievert Sv
steradian sr tesla T volt V watt W weber Wb degreeCelsius °C celsius °C degreeFahrenheit °F degree ° arcminute ′
arcsecond ″ percent % minute min hour h day d year yr litre L liter L tonne t hectare ha electronvolt eV dalton Da
astronomicalunit au bel B decibel dB neper Np bar bar mmHg mmHg angstrom Å barn b knot kn atmosphere atm atm atm
torr Torr calorie cal bit bit byte B inch in foot ft mile mi pound lb molar M atomicmassunit u parsec pc ly ly
speedoflight c elementarycharge e electronmass mₑ planckbar ℏ revolution rev rpm rpm
m m cm cm mm mm km km um μm nm nm pm pm dm dm s s ms ms us μs ns ns ps ps g g kg kg mg mg ug μg A A mA mA uA μA
K K mol mol mmol mmol kmol kmol Hz Hz kHz kHz MHz MHz GHz GHz THz THz N N kN kN mN mN MN MN J J kJ kJ MJ MJ mJ mJ
eV eV keV keV MeV MeV GeV GeV TeV TeV meV meV kWh kWh W W kW kW mW mW MW MW GW GW uW μW V V mV mV kV kV MV MV uV μV
Pa Pa kPa kPa MPa MPa GPa GPa hPa hPa l l L L ml ml mL mL F F pF pF nF nF uF μF mF mF T T mT mT H H mH mH uH μH
C C dB dB kohm kΩ Mohm MΩ ohms Ω hl hl min min h h Omega Ω circ ° mu μ %  %
""")
"""Units, by their names without the backslash; those of siunitx that are abbreviated too."""
