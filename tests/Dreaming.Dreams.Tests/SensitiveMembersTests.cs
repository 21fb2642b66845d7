using System.Collections.Frozen;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Curation;

namespace Dreaming.Dreams.Tests;

/// <summary>Sensitive members are found in the cases of unions and in records that hold themselves.</summary>
public class SensitiveMembersTests
{
    private static readonly MemberContract Guest = new("", ValueKind.Object)
    {
        Members =
        [
            new("full_name", ValueKind.String) { Sensitive = true },
            new("room", ValueKind.String),
            new("companion", ValueKind.Object) { Reference = "Guest", Target = () => Guest!, Nullable = true },
            new("children", ValueKind.Array) { Element = new("", ValueKind.Object) { Reference = "Guest", Target = () => Guest! } },
        ],
    };

    private static readonly MemberContract Payment = new("", ValueKind.Union)
    {
        Discriminator = "method",
        Cases =
        [
            new MemberContract("", ValueKind.Object) { Members = [new("number", ValueKind.String), new("note", ValueKind.String)] }.AsCase("method", "voucher"),
            new MemberContract("", ValueKind.Object) { Members = [new("number", ValueKind.String) { Sensitive = true }] }.AsCase("method", "card"),
        ],
    };

    [Fact]
    public void At_every_depth_of_a_record_that_holds_itself() => Assert.Equal(
        [("full_name", "Ann"), ("full_name", "Bo"), ("full_name", "Cy"), ("full_name", "Di")],
        Found(Guest, """{"full_name":"Ann","room":"1","companion":{"full_name":"Bo","room":"2","companion":{"full_name":"Cy"}},"children":[{"full_name":"Di","room":"3"}]}"""));

    [Fact]
    public void In_a_union_where_one_of_its_cases_says_so() =>
        Assert.Equal([("number", "4111")], Found(Payment, """{"method":"card","number":"4111","note":"n"}"""));

    [Fact]
    public void Everything_under_a_reference_that_is_sensitive_itself() => Assert.Equal(
        [("who", "7"), ("full_name", "Ed")],
        Found(new("", ValueKind.Object) { Members = [new("who", ValueKind.Object) { Reference = "Guest", Target = () => Guest, Sensitive = true }] }, """{"who":{"room":"7","full_name":"Ed"}}"""));

    [Fact]
    public void By_name_where_the_document_does_not_fit()
    {
        var tool = Given.Domain.FindTool("verify_member")!;
        var cut = new ToolReplied("c1", tool.Name, ReplyOutcome.Result, """{"anything":{"phone":"020 7946 0000"}}""");
        using var json = JsonDocument.Parse(cut.Content);
        Assert.Equal([("phone", "020 7946 0000")], SensitiveMembers.Of(tool, cut).In(json.RootElement));
    }

    private static List<(string Member, string Value)> Found(MemberContract contract, string text)
    {
        using var json = JsonDocument.Parse(text);
        return [.. new SensitiveMembers(contract, FrozenSet<string>.Empty).In(json.RootElement)];
    }
}
