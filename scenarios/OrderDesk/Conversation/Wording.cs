namespace OrderDesk;

/// <summary>How a customer would put things.</summary>
public static class Wording
{
    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IEnumerable<string> parts)
    {
        var all = parts.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    /// <summary>What is wanted instead of what was ordered: <c>the T-Shirt with size L instead of M</c>.</summary>
    public static string Swap(OrderLine line, Variant wanted)
    {
        var changes = wanted.Options
            .Where(o => line.Options.GetValueOrDefault(o.Key) != o.Value)
            .Select(o => line.Options.TryGetValue(o.Key, out var old) ? $"{o.Key} {o.Value} instead of {old}" : $"{o.Key} {o.Value}")
            .ToArray();
        return changes.Length == 0 ? $"the same {line.Name} again" : $"the {line.Name} with {List(changes)}";
    }

    /// <summary>A payment method as its owner would name it; the id is added when two sound the same.</summary>
    public static string Method(User user, PaymentMethod method)
    {
        var name = method.ToString();
        return user.PaymentMethods.Values.Count(m => m.ToString() == name) > 1 ? $"{name} {method.Id}" : name;
    }
}
