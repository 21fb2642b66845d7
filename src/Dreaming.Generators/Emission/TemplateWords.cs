using System.Collections.Generic;

namespace Dreaming.Generators.Emission;

/// <summary>What each template says, for the reader of generated code. a is the first atom, b the second, n the count.</summary>
internal static class TemplateWords
{
    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["Existence"] = "a happens at least once: F a",
        ["Absence"] = "a never happens: G !a",
        ["AtLeast"] = "a happens at least n times: F(a & X F(a ...))",
        ["AtMost"] = "a happens at most n times: !F(a & X F(a ...))",
        ["Exactly"] = "a happens exactly n times",
        ["Init"] = "a is the first event, if there is any: a | G false",
        ["End"] = "a is the last event: F(a & last)",
        ["RespondedExistence"] = "if a happens, b happens too: F a -> F b",
        ["CoExistence"] = "both happen or neither does: F a <-> F b",
        ["Response"] = "after a, b happens: G(a -> X F b)",
        ["AlternateResponse"] = "after a, b happens before the next a: G(a -> X(!a U b))",
        ["ChainResponse"] = "b comes right after a: G(a -> X b)",
        ["Precedence"] = "b happens only after an a: !b W a",
        ["AlternatePrecedence"] = "each b has an a of its own before it: (!b W a) & G(b -> WX(!b W a))",
        ["ChainPrecedence"] = "a comes right before b: !b & G(X b -> a)",
        ["Succession"] = "after a, b happens, and b only after an a: Response & Precedence",
        ["AlternateSuccession"] = "a and b take turns: AlternateResponse & AlternatePrecedence",
        ["ChainSuccession"] = "b comes right after a, and only there: ChainResponse & ChainPrecedence",
        ["NotCoExistence"] = "not both happen: !(F a & F b)",
        ["NotSuccession"] = "after a, b never happens: G(a -> WX G !b)",
        ["NotChainSuccession"] = "b never comes right after a: G(a -> WX !b)",
        ["Choice"] = "at least one happens: F a | F b",
        ["ExclusiveChoice"] = "exactly one happens: (F a | F b) & !(F a & F b)",
    };

    public static string Of(string template, string formula) => Sentences.TryGetValue(template, out var sentence) ? sentence : formula;
}
