using Dreaming.Contracts;
using OrderDesk;

namespace Dreaming.Benchmarks.Recordings;

/// <summary>
/// Reads a conversation's answers as an agent does and counts those that contradict an earlier one: another answer to the same call, or another state of the same user, order or
/// product, with no write between; and, writes or not, an order of another user, a user without an order that names them, or another name or variant of a product.
/// Knows nothing of how the answers came about.
/// </summary>
public sealed class Contradictions
{
    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _lasting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _orders = new(StringComparer.Ordinal);

    /// <summary>What contradicts what, in words; empty when nothing does.</summary>
    public IEnumerable<string> Read(ToolContract tool, RawJson arguments, bool refused, string content)
    {
        var found = new List<string>();
        var wrote = tool.Effect == Effect.Write && !refused;
        if (wrote)
        {
            _answers.Clear();
            _states.Clear();
        }
        else if (tool.Effect != Effect.Write)
        {
            Compare(_answers, $"{tool.Name} {arguments.Text}", (refused ? "refused: " : "") + content, found);
        }

        if (refused || !tool.TryReadResult(content, out var result))
            return found;
        switch (result)
        {
            case User user:
                Compare(_states, user.UserId, content, found);
                Compare(_lasting, $"the name of {user.UserId}", user.Name.ToString(), found);
                Compare(_lasting, $"the orders of {user.UserId}", string.Join(' ', user.Orders), found);
                _orders[user.UserId] = [.. user.Orders];
                break;
            case Order order:
                Compare(_states, order.OrderId, content, found);
                Compare(_lasting, $"the user of {order.OrderId}", order.UserId, found);
                if (_orders.TryGetValue(order.UserId, out var orders) && !orders.Contains(order.OrderId))
                    found.Add($"{order.OrderId} belongs to {order.UserId}, whose orders are {string.Join(' ', orders)}");
                break;
            case Product product:
                Compare(_states, product.ProductId, content, found);
                Compare(_lasting, $"the name of {product.ProductId}", product.Name, found);
                Compare(_lasting, $"the variants of {product.ProductId}", string.Join(' ', product.Variants.Keys.Order(StringComparer.Ordinal)), found);
                break;
        }

        return found;
    }

    private static void Compare(Dictionary<string, string> known, string about, string now, List<string> found)
    {
        if (known.TryGetValue(about, out var before) && JsonEquality.Difference(before, now) is { } difference)
            found.Add($"{about}: {difference}");
        known[about] = now;
    }
}
