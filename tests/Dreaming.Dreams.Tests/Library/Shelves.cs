using System.Collections.Immutable;

namespace Dreaming.Dreams.Tests.Library;

[Sandbox]
public sealed partial class Shelves : ISandbox<Shelves>
{
    private static readonly string[] Titles = ["Moby Dick", "Middlemarch", "Walden", "Ulysses", "Emma", "Dracula"];

    public ImmutableSortedDictionary<string, Reader> Readers { get; private init; } = ImmutableSortedDictionary<string, Reader>.Empty;

    public ImmutableSortedDictionary<string, int> Renewed { get; set; } = ImmutableSortedDictionary<string, int>.Empty;

    public ImmutableHashSet<string> Blocked { get; set; } = [];

    public ImmutableHashSet<string> Reserved { get; set; } = [];

    public static Shelves Open(WorldOptions options) => new()
    {
        Readers = Enumerable.Range(1, 8)
            .Select(i => new Reader(
                $"M-{i:D4}",
                $"Reader {(char)('A' + i)}vens",
                new DateOnly(1950 + i, 1 + i, 12 + i),
                [.. Enumerable.Range(0, 3).Select(j => new Loan($"L-{i:D3}{j}", Titles[(i + (j * 2)) % Titles.Length], 3 + j))]))
            .ToImmutableSortedDictionary(r => r.MemberId, r => r, StringComparer.Ordinal),
    };

    public Shelves Fork() => new() { Readers = Readers, Renewed = Renewed, Blocked = Blocked, Reserved = Reserved };

    public ToolOutcome<Member> Handle(VerifyMember call) =>
        Readers.Values.FirstOrDefault(r => r.Name == call.Name && r.BirthDate == call.BirthDate) is { } found
            ? new Member(found.MemberId, found.Name, "555-0100-" + found.MemberId[2..], 1234, found.Loans)
            : new Refusal("There is no such member.");

    public ToolOutcome<ImmutableArray<Loan>> Handle(ListLoans call) =>
        Readers.TryGetValue(call.MemberId, out var found) ? found.Loans : new Refusal("There is no such member.");

    public ToolOutcome<string> Handle(RenewLoan call)
    {
        if (Reserved.Contains(call.LoanId))
            return new Refusal("Somebody else has reserved the book.");
        Renewed = Renewed.SetItem(call.LoanId, call.Weeks);
        return "Renewed.";
    }

    public ToolOutcome<string> Handle(BlockCard call)
    {
        Blocked = Blocked.Add(call.MemberId);
        return "Blocked.";
    }

    public ToolOutcome<string> Handle(AskLibrarian call) => "A librarian takes over.";
}

public sealed record Reader(string MemberId, string Name, DateOnly BirthDate, ImmutableArray<Loan> Loans);
