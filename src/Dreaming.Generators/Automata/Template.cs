namespace Dreaming.Generators.Automata;

/// <summary>The templates of DECLARE, named and documented as the attributes that stand for them.</summary>
internal enum Template
{
    Existence,
    Absence,
    AtLeast,
    AtMost,
    Exactly,
    Init,
    End,
    RespondedExistence,
    CoExistence,
    Response,
    AlternateResponse,
    ChainResponse,
    Precedence,
    AlternatePrecedence,
    ChainPrecedence,
    Succession,
    AlternateSuccession,
    ChainSuccession,
    NotCoExistence,
    NotSuccession,
    NotChainSuccession,
    Choice,
    ExclusiveChoice,
}
