using Dreaming.Contracts;

namespace Dreaming.Episodes;

/// <summary>Looks members up in contracts, through references and through the cases of unions.</summary>
internal static class ContractMembers
{
    /// <summary>The contract itself; for a reference, what it refers to, under the name and with the marks of the place where it stands.</summary>
    public static MemberContract Resolved(this MemberContract contract) => contract.Target is { } target
        ? target() with { Name = contract.Name, Description = contract.Description, Required = contract.Required, Nullable = contract.Nullable, Sensitive = contract.Sensitive }
        : contract;

    /// <summary>The member of an object by its name; null when it has none. Of a union's cases, one in which it is sensitive goes first: which case a document is may not be known.</summary>
    public static MemberContract? Member(this MemberContract? contract, string name)
    {
        if (contract is null)
            return null;
        foreach (var member in contract.Members)
            if (member.Name == name)
                return member;
        if (contract.Target is { } target)
            return target().Member(name);
        MemberContract? found = null;
        foreach (var inCase in contract.Cases)
            if (inCase.Member(name) is { } member && (found is null || (member.Sensitive && !found.Sensitive)))
                found = member;
        return found;
    }
}
