using System.Collections.Immutable;
using Dreaming.Dreams;

namespace Dreaming.Audits;

/// <summary>Which calls of which tools a dream makes fail, counted over the calls that keep their contract.</summary>
internal sealed class FaultPlan(ImmutableArray<DreamOperator> operators)
{
    private readonly Dictionary<string, int> _calls = new(StringComparer.Ordinal);

    /// <summary>Counts one more call of a tool and says what it meets; null when it is served.</summary>
    public ToolFault? Next(string tool)
    {
        var number = _calls[tool] = _calls.GetValueOrDefault(tool) + 1;
        return operators.OfType<InjectFault>()
            .Where(f => f.Tool == tool && number >= f.From && (f.Fault == ToolFault.Outage || number < f.From + f.Times))
            .Select(f => (ToolFault?)f.Fault)
            .FirstOrDefault();
    }

    /// <summary>The call is not executed, and its outcome is the fault.</summary>
    public static bool Replaces(ToolFault fault) => fault is ToolFault.Timeout or ToolFault.RateLimited or ToolFault.Transient or ToolFault.Outage;
}
