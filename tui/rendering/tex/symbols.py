"""What each command of TeX shows, and what it is to its neighbours."""

from tui.rendering.tex.tree import Atom, Role


def _table(role: Role, pairs: str) -> dict[str, Atom]:
    words = pairs.split()
    return {f"\\{name}": Atom(text, role) for name, text in zip(words[::2], words[1::2], strict=True)}


def _names(role: Role, names: str) -> dict[str, Atom]:
    return {f"\\{name}": Atom(name, role) for name in names.split()}


def _commands(names: str) -> frozenset[str]:
    return frozenset(f"\\{name}" for name in names.split())


_ORDINARY = """
alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ
mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ
psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω digamma ϝ
infty ∞ partial ∂ nabla ∇ hbar ℏ hslash ℏ ell ℓ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ imath ı jmath ȷ emptyset ∅
varnothing ∅ angle ∠ measuredangle ∡ triangle △ square □ Box □ blacksquare ■ Diamond ◇ diamondsuit ♢
heartsuit ♡ clubsuit ♣ spadesuit ♠ top ⊤ bot ⊥ flat ♭ natural ♮ sharp ♯ prime ′ dagger † ddagger ‡ S § P ¶
ldots … dots … dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ cdots ⋯ vdots ⋮ ddots ⋱ degree ° checkmark ✓ copyright ©
pounds £ euro € AA Å aa å o ø O Ø ae æ AE Æ oe œ OE Œ ss ß l ł L Ł backslash \\ % % $ $ & & # # _ _ complement ∁
lightning ↯ surd √ eth ð mho ℧ yen ¥ circledR ® bigstar ★ blacktriangle ▲ QED ∎ qed ∎
star ⋆ bullet • blacklozenge ⧫ lozenge ◊ textdegree ° textbackslash \\ underscore _ textasciitilde ~ lq ‘ rq ’
textquotesingle ' slash / cent ¢ textperthousand ‰ permil ‰ perthousand ‰ textmu μ micro μ ohm Ω
Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ varGamma Γ varDelta Δ
varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varUpsilon Υ varPhi Φ varPsi Ψ varOmega Ω varkappa ϰ thetasym ϑ
intercal ⊺ sphericalangle ∢ daleth ℸ gimel ℷ Finv Ⅎ Game ⅁ Bbbk 𝕜 diagup ╱ diagdown ╲ mathellipsis … textellipsis …
dotso … celsius ℃ textcelsius ℃ degreeCelsius ℃ ldotp . cdotp · bigtriangleup △ bigtriangledown ▽ triangledown ▽
blacktriangledown ▼ mathdollar $ textdollar $ texteuro € textendash – textemdash — maltese ✠ backprime ‵
grad ∇ restriction ↾ upharpoonright ↾ iddots ⋰ hdots …
alef ℵ infin ∞ empty ∅ real ℜ image ℑ Reals ℝ reals ℝ natnums ℕ cnums ℂ Complex ℂ dag † ddag ‡ Dagger ‡ sect §
weierp ℘ clubs ♣ hearts ♡ diamonds ♢ spades ♠ spadesuit ♠ bull • circledS Ⓢ vartriangle △ Digamma Ϝ textbullet •
textregistered ® texttrademark ™ textcopyright © textquoteleft ‘ textquoteright ’ textquotedblleft “
textquotedblright ” textless < textgreater > textbar | textunderscore _ textohm Ω texttimes × textdiv ÷ textpm ±
textsection § textparagraph ¶ ordinarycolon : laplacian ∇² curl ∇× divergence ∇·
"""
_BINARY = """
times × div ÷ pm ± mp ∓ cdot · ast ∗ circ ∘ cap ∩ cup ∪ sqcap ⊓ sqcup ⊔ uplus ⊎ setminus ∖ smallsetminus ∖
land ∧ wedge ∧ lor ∨ vee ∨ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ○ wr ≀ amalg ⨿ diamond ⋄
barwedge ⊼ veebar ⊻ ltimes ⋉ rtimes ⋊ centerdot · triangleleft ◃ triangleright ▹ boxplus ⊞ boxtimes ⊠ dotplus ∔
bmod mod xor ⊕ circledast ⊛ circledcirc ⊚ circleddash ⊝ curlyvee ⋎ curlywedge ⋏ Cap ⋒ Cup ⋓ doublecap ⋒ doublecup ⋓
boxminus ⊟ boxdot ⊡ divideontimes ⋇ leftthreetimes ⋋ rightthreetimes ⋌
doublebarwedge ⩞ plusmn ± sdot · cross × dotproduct · vdot ·
"""
_RELATIONS = """
leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ lt < gt > ll ≪ gg ≫ lll ⋘ ggg ⋙ equiv ≡ sim ∼ simeq ≃
approx ≈ approxeq ≊ cong ≅ doteq ≐ propto ∝ varpropto ∝ asymp ≍ prec ≺ succ ≻ preceq ⪯ succeq ⪰ in ∈ ni ∋
notin ∉ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sqsubseteq ⊑
sqsupseteq ⊒ mid | nmid ∤ parallel ∥ nparallel ∦ perp ⊥ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ nvdash ⊬
nvDash ⊭ bowtie ⋈ smile ⌣ frown ⌢ to → rightarrow → longrightarrow ⟶ gets ← leftarrow ← longleftarrow ⟵
leftrightarrow ↔ longleftrightarrow ⟷ Rightarrow ⇒ Longrightarrow ⇒ implies ⇒ Leftarrow ⇐ Longleftarrow ⇐
impliedby ⇐ Leftrightarrow ⇔ Longleftrightarrow ⇔ iff ⇔ mapsto ↦ longmapsto ↦ uparrow ↑ downarrow ↓
updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪
hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌
leftrightharpoons ⇋ rightleftarrows ⇄ leftrightarrows ⇆ rightrightarrows ⇉ nrightarrow ↛ nRightarrow ⇏
nleftarrow ↚ nLeftarrow ⇍ nleftrightarrow ↮ nLeftrightarrow ⇎ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠
rightarrowtail ↣ dashrightarrow ⇢ multimap ⊸ lesssim ≲ gtrsim ≳ lessgtr ≶ nleq ≰ ngeq ≱ nless ≮ ngtr ≯
triangleq ≜ coloneqq ≔ eqqcolon ≕ coloneq ≔ trianglelefteq ⊴ trianglerighteq ⊵ vartriangleleft ⊲
vartriangleright ⊳ ncong ≇ nsim ≁ between ≬ backsim ∽ thicksim ∼ thickapprox ≈ Vvdash ⊪ circeq ≗ eqcirc ≖
leqq ≦ geqq ≧ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ therefore ∴ because ∵
Join ⋈ gvertneqq ≩ lvertneqq ≨ gggtr ⋙ llless ⋘ gtreqqless ⪌ lesseqqgtr ⪋ isin ∈ lnapprox ⪉ gnapprox ⪊ ngeqq ≱
ngeqslant ≱ nleqq ≰ nleqslant ≰ npreceq ⋠ nsucceq ⋡ nsubseteqq ⊈ nsupseteqq ⊉ ntrianglelefteq ⋬ ntrianglerighteq ⋭
precnapprox ⪹ precneqq ⪵ precnsim ⋨ succnapprox ⪺ succneqq ⪶ succnsim ⋩ smallfrown ⌢ smallsmile ⌣ sqsubset ⊏
sqsupset ⊐ sub ⊂ sube ⊆ supe ⊇ subsetneqq ⫋ supsetneqq ⫌ varsubsetneqq ⫋ varsupsetneqq ⫌ dblcolon ∷ origof ⊶
imageof ⊷ lrarr ↔ lrArr ⇔ Lrarr ⇔ Larr ⇐ Rarr ⇒ uarr ↑ uArr ⇑ Uarr ⇑ darr ↓ dArr ⇓ Darr ⇓ colonapprox :≈
colonsim :∼ nsubset ⊄ nsupset ⊅ notni ∌
owns ∋ lessdot ⋖ gtrdot ⋗ eqslantless ⪕ eqslantgtr ⪖ varsubsetneq ⊊ varsupsetneq ⊋ subseteqq ⫅
supseteqq ⫆ dashleftarrow ⇠ nVdash ⊮ nVDash ⊯ gnsim ⋧ lnsim ⋦ precsim ≾ succsim ≿ Subset ⋐ Supset ⋑ pitchfork ⋔
backepsilon ϶ preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟ precapprox ⪷ succapprox ⪸ nprec ⊀ nsucc ⊁
doteqdot ≑ Doteq ≑ risingdotseq ≓ fallingdotseq ≒ bumpeq ≏ Bumpeq ≎ lessapprox ⪅ gtrapprox ⪆ lesseqgtr ⋚
gtreqless ⋛ gtrless ≷ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ ntriangleleft ⋪ ntriangleright ⋫ blacktriangleleft ◀
blacktriangleright ▶ backsimeq ⋍ eqsim ≂ leftleftarrows ⇇ upuparrows ⇈ downdownarrows ⇊ Lleftarrow ⇚ Rrightarrow ⇛
curvearrowleft ↶ curvearrowright ↷ circlearrowleft ↺ circlearrowright ↻ Lsh ↰ Rsh ↱ leftarrowtail ↢ looparrowleft ↫
looparrowright ↬ leftrightsquigarrow ↭ twoheadleftarrow ↞ upharpoonleft ↿ downharpoonleft ⇃ downharpoonright ⇂
vcentcolon : Coloneqq ⩴ eqcolon ≕ shortmid | nshortmid ∤ shortparallel ∥ rarr → larr ← rArr ⇒ lArr ⇐ hArr ⇔ harr ↔
"""
_OPENING = """
{ { lbrace { lbrack [ langle ⟨ lceil ⌈ lfloor ⌊ lgroup ( lparen ( lvert | lVert ‖ ulcorner ⌜ llcorner ⌞
llangle ⟪ lang ⟨ Lang ⟪ llbracket ⟦ lmoustache ⎰
"""
_CLOSING = """
} } rbrace } rbrack ] rangle ⟩ rceil ⌉ rfloor ⌋ rgroup ) rparen ) rvert | rVert ‖ urcorner ⌝ lrcorner ⌟
rrangle ⟫ rang ⟩ Rang ⟫ rrbracket ⟧ rmoustache ⎱
"""
_OPERATORS = """
sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigsqcup ⨆
biguplus ⨄ bigsqcap ⨅
"""
_INTEGRALS = "idotsint ∫⋯∫ iiiint ⨌ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ smallint ∫ intop ∫ oiiint ∰ sumint ⨋"
_FUNCTIONS = """
sin cos tan cot sec csc arcsin arccos arctan arccot sinh cosh tanh coth sech csch exp log ln lg deg dim ker hom
arg sgn sign erf sinc cosec arcsec arccsc arcsinh arccosh arctanh tr Tr rank diag span
arcctg arctg cotg ctg cth sh tg th asin acos atan Res
"""
_LIMITED = "lim max min sup inf det gcd lcm Pr argmax argmin injlim projlim esssup plim"

SYMBOLS: dict[str, Atom] = {
    **_table(Role.ORDINARY, _ORDINARY),
    **_table(Role.BINARY, _BINARY),
    **_table(Role.RELATION, _RELATIONS),
    **_table(Role.OPENING, _OPENING),
    **_table(Role.CLOSING, _CLOSING),
    **_table(Role.OPERATOR, _OPERATORS),
    **_table(Role.INTEGRAL, _INTEGRALS),
    **_table(Role.SIGN, "neg ¬ lnot ¬ forall ∀ exists ∃ nexists ∄"),
    **_table(Role.BAR, "| ‖ Vert ‖ vert |"),
    **_names(Role.FUNCTION, _FUNCTIONS),
    **_names(Role.LIMITED, _LIMITED),
    "\\limsup": Atom("lim sup", Role.LIMITED),
    "\\liminf": Atom("lim inf", Role.LIMITED),
    "\\varlimsup": Atom("lim sup", Role.LIMITED),
    "\\varliminf": Atom("lim inf", Role.LIMITED),
    "\\varinjlim": Atom("inj lim", Role.LIMITED),
    "\\varprojlim": Atom("proj lim", Role.LIMITED),
    **_table(Role.ORDINARY, "R ℝ N ℕ Z ℤ Q ℚ C ℂ"),
    "\\mod": Atom("mod", Role.BINARY),
    "\\colon": Atom(":", Role.PUNCTUATION),
}
SYMBOLS |= {f"\\up{name[1:]}": atom for name, atom in SYMBOLS.items() if "α" <= atom.text <= "ω"}
"""Commands without arguments."""

CHARACTERS: dict[str, Atom] = {
    **{atom.text: atom for atom in SYMBOLS.values() if atom.role is not Role.ORDINARY and atom.text > "\x7f"},
    "-": Atom("−", Role.BINARY),
    **{sign: Atom(sign, Role.BINARY) for sign in "+−*±∓×÷·∩∪∧∨⊕⊗∘∖"},
    **{sign: Atom(sign, Role.RELATION) for sign in "=<>≤≥≠≈≡∼≅∝∈∉⊂⊆⊃⊇→←↔⇒⇐⇔⇌↦⊢⊨⟶⟹⟺"},
    **{sign: Atom(sign, Role.OPENING) for sign in "([⟨⌈⌊"},
    **{sign: Atom(sign, Role.CLOSING) for sign in ")]⟩⌉⌋!"},
    **{sign: Atom(sign, Role.PUNCTUATION) for sign in ",;"},
    **{sign: Atom(sign, Role.OPERATOR) for sign in "∑∏"},
    **{sign: Atom(sign, Role.INTEGRAL) for sign in "∫∮∬"},
    **{sign: Atom(sign, Role.SIGN) for sign in "¬∀∃"},
    "⋅": Atom("·", Role.BINARY),
    "∙": Atom("·", Role.BINARY),
    "∣": Atom("|", Role.RELATION),
    "|": Atom("|", Role.BAR),
    "‖": Atom("‖", Role.BAR),
}
"""Characters that are more than ordinary signs; `:` and `/` depend on the blanks around them."""

SPACES: dict[str, int] = {
    **dict.fromkeys(["\\,", "\\:", "\\;", "\\ ", "~", "\\>", "\\thinspace", "\\medspace", "\\thickspace"], 1),
    **dict.fromkeys(["\\enspace", "\\enskip", "\\nobreakspace", "\\space"], 1),
    "\\quad": 2,
    "\\qquad": 4,
}
"""Commands for blanks, with the cells that they take."""

NOTHING = _commands("""
! displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits displaylimits nonumber notag noindent
big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm mathstrut strut allowbreak relax
negthinspace negmedspace rm bf it sf tt normalsize small large Large LARGE huge Huge tiny scriptsize
footnotesize centering / - hfill par break nobreak begingroup endgroup
""")
"""Commands about size and place that change nothing here."""

STYLES = _commands("""
mathbf mathit mathsf mathtt mathnormal boldsymbol bm pmb mathfrak frak mathop mathbin mathrel mathpunct mathord
mathopen mathclose mathinner boxed smash emph rlap llap clap mathrlap mathllap mathclap bold
boldmath mathbfit mathsfit vb vectorbold vcenter
""")
"""Commands whose argument shows plainly."""

TEXTS = _commands("""
text textbf textit textrm textsf texttt textnormal textup textsl textmd textsc mbox hbox fbox
""")
"""Commands whose argument is text with blanks."""

ACCENTS: dict[str, str] = {
    **dict.fromkeys(["\\vec", "\\overrightarrow", "\\Overrightarrow"], "\u20d7"),
    "\\overleftarrow": "\u20d6",
    "\\overleftrightarrow": "\u20e1",
    "\\underrightarrow": "\u20ef",
    "\\underleftarrow": "\u20ee",
    "\\underleftrightarrow": "\u034d",
    "\\overrightharpoon": "\u20d1",
    "\\overleftharpoon": "\u20d0",
    **dict.fromkeys(["\\overparen", "\\wideparen", "\\overgroup", "\\overarc"], "\u0311"),
    **dict.fromkeys(["\\Vec", "\\va", "\\vectorarrow"], "\u20d7"),
    **dict.fromkeys(["\\Hat", "\\vu", "\\vectorunit"], "\u0302"),
    "\\Tilde": "\u0303",
    "\\Bar": "\u0304",
    "\\Dot": "\u0307",
    "\\Ddot": "\u0308",
    "\\underbar": "\u0332",
    "\\slashed": "\u0338",
    **dict.fromkeys(["\\hat", "\\widehat"], "\u0302"),
    **dict.fromkeys(["\\tilde", "\\widetilde"], "\u0303"),
    "\\bar": "\u0304",
    **dict.fromkeys(["\\overline", "\\overlinesegment"], "\u0305"),
    "\\dot": "\u0307",
    "\\ddot": "\u0308",
    "\\dddot": "\u20db",
    "\\ddddot": "\u20dc",
    "\\utilde": "\u0330",
    **dict.fromkeys(["\\undergroup", "\\underparen"], "\u032e"),
    **dict.fromkeys(["\\check", "\\widecheck"], "\u030c"),
    "\\breve": "\u0306",
    "\\acute": "\u0301",
    "\\grave": "\u0300",
    "\\mathring": "\u030a",
    "\\underline": "\u0332",
    **dict.fromkeys(["\\cancel", "\\bcancel", "\\xcancel", "\\not"], "\u0338"),
    **dict.fromkeys(["\\sout", "\\st"], "\u0336"),
}
"""Marks over, under or through an argument."""

NEGATIONS: dict[str, str] = dict(
    zip("=<>≤≥≡∼≃≅≈∈∋⊂⊃⊆⊇∣|∥→⇒↔⇔←⇐⊢⊨∃≺≻", "≠≮≯≰≱≢≁≄≇≉∉∌⊄⊅⊈⊉∤∤∦↛⇏↮⇎↚⇍⊬⊭∄⊀⊁", strict=True)
)
"""What a sign becomes after `\\not`."""

ARROWS: dict[str, str] = {
    "\\xrightarrow": "→",
    "\\xleftarrow": "←",
    "\\xleftrightarrow": "↔",
    "\\xRightarrow": "⇒",
    "\\xLeftarrow": "⇐",
    "\\xmapsto": "↦",
    "\\xrightleftharpoons": "⇌",
    "\\xlongequal": "=",
    "\\xLeftrightarrow": "⇔",
    "\\xhookrightarrow": "↪",
    "\\xtwoheadrightarrow": "↠",
    "\\xleftrightharpoons": "⇋",
    **dict.fromkeys(["\\xtofrom", "\\xrightleftarrows"], "⇄"),
    "\\xhookleftarrow": "↩",
    "\\xtwoheadleftarrow": "↞",
    "\\xleftharpoonup": "↼",
    "\\xleftharpoondown": "↽",
    "\\xrightharpoonup": "⇀",
    "\\xrightharpoondown": "⇁",
}
"""Arrows that are as long as the words on them."""

BLACKBOARD = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))
"""The letters of `\\mathbb` that every font has."""

CALLIGRAPHIC = dict(zip("BEFHILMR", "ℬℰℱℋℐℒℳℛ", strict=True))
"""The letters of `\\mathcal` that every font has."""

_BARE = "sin cos tan cot csc sinh cosh tanh arcsin arccos arctan log ln exp lim max gcd lcm det"
BARE_FUNCTIONS = {name: SYMBOLS[f"\\{name}"] for name in _BARE.split()}
"""Functions whose names may be written in letters alone; others are words and units too."""

RELATION_SIGNS = frozenset(
    atom.text for atom in (*SYMBOLS.values(), *CHARACTERS.values()) if atom.role is Role.RELATION
) | set(NEGATIONS.values())
"""The signs before which a formula may be broken."""
