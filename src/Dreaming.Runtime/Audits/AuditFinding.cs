namespace Dreaming.Audits;

/// <summary>Something in a rollout that a night must not hold.</summary>
/// <param name="Rollout">The rollout's id as it is kept.</param>
/// <param name="Event">The index of the event that shows it; null when it is about the dream or the rollout as a whole.</param>
/// <param name="Rule">One of <see cref="AuditRules"/>.</param>
/// <param name="Sentence">What is wrong, for a reader.</param>
public sealed record AuditFinding(string Rollout, int? Event, string Rule, string Sentence);

/// <summary>What an audit holds rollouts to.</summary>
public static class AuditRules
{
    /// <summary>An id is the hash of what it names.</summary>
    public const string Id = "id";

    /// <summary>The facts are an instance of the scenario that the world or the dream's episode offers, and the budget is the scenario's.</summary>
    public const string Grounding = "grounding";

    /// <summary>Every operator is one that the scenario and the contracts allow.</summary>
    public const string Operator = "operator";

    /// <summary>The dream's world opens, and silence achieves nothing in it.</summary>
    public const string World = "world";

    /// <summary>What the user would say for a slot is the fact, in one form or another.</summary>
    public const string Spoken = "spoken";

    /// <summary>The user begins with the dream's opening.</summary>
    public const string Opening = "opening";

    /// <summary>The user names a hidden or withheld fact only once it was asked for.</summary>
    public const string Leak = "leak";

    /// <summary>The user names nothing that the user does not know.</summary>
    public const string Unknown = "unknown";

    /// <summary>The user names no value that is neither a fact of the dream nor put there by an operator.</summary>
    public const string Foreign = "foreign";

    /// <summary>User, agent and tools take turns as they do in a conversation; every call has its one reply.</summary>
    public const string Order = "order";

    /// <summary>A call that breaks its contract is recorded and answered as invalid, and no other.</summary>
    public const string Call = "call";

    /// <summary>A reply is what the dream's world answers and fits the tool's result.</summary>
    public const string Reply = "reply";

    /// <summary>A fault happens where the dream plans it, as it is declared, and nowhere else.</summary>
    public const string Fault = "fault";

    /// <summary>Messages and calls stay within the dream's budget.</summary>
    public const string Budget = "budget";

    /// <summary>There is one end, at the end, for a reason that the conversation shows, and with the owner that belongs to it.</summary>
    public const string End = "end";
}

/// <summary>Takes down what is wrong with one rollout.</summary>
internal delegate void Report(int? at, string rule, string sentence);
