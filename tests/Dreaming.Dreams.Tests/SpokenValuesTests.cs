using Dreaming.Contracts;
using Dreaming.Curation;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Dreams.Tests;

public class SpokenValuesTests
{
    private static readonly MemberContract Id = new("loan_id", ValueKind.String) { Pattern = @"L-\d{4}" };

    [Theory]
    [InlineData(ValueKind.Date, "1962-03-14", "14 March 1962", "March 14, 1962", "14/03/1962", "14.03.1962")]
    [InlineData(ValueKind.String, "RX-000123", "rx-000123", "RX 000123", "rx 000123", "RX000123")]
    [InlineData(ValueKind.String, "#W0000000", "#w0000000", "W0000000")]
    [InlineData(ValueKind.String, "Lisinopril", "LISINOPRIL", "lisinopril")]
    [InlineData(ValueKind.Integer, "30", "thirty")]
    [InlineData(ValueKind.Integer, "121", "one hundred and twenty-one")]
    [InlineData(ValueKind.Time, "15:00:00", "3 pm")]
    public void Values_have_unusual_forms(ValueKind kind, string value, params string[] forms) =>
        Assert.Subset(SpokenValues.UnusualForms(new("x", kind), value).ToHashSet(), forms.ToHashSet());

    [Theory]
    [InlineData(ValueKind.Date, "1962-03-05")]
    [InlineData(ValueKind.Integer, "-4")]
    [InlineData(ValueKind.Boolean, "true")]
    public void A_form_that_could_be_misread_is_not_used(ValueKind kind, string value) =>
        Assert.DoesNotContain(SpokenValues.UnusualForms(new("x", kind), value), f => f.Contains('/', StringComparison.Ordinal) || kind != ValueKind.Date);

    [Fact]
    public void Every_unusual_form_of_a_date_is_read_as_that_date_and_no_other() =>
        Law.Holds(Prop.ForAll(
            Gen.Choose(0, 60000).Select(d => new DateOnly(1900, 1, 1).AddDays(d)).ToArbitrary(),
            date =>
            {
                foreach (var form in SpokenDates.Unusual(date))
                {
                    Assert.True(SpokenDates.TryRead(form, out var back));
                    Assert.Equal(date, back);
                }
            }));

    [Fact]
    public void Numbers_in_words_are_read_as_those_numbers()
    {
        for (var i = 0; i <= NumberWords.Greatest; i++)
        {
            Assert.True(NumberWords.TryRead(NumberWords.Of(i), out var back));
            Assert.Equal(i, back);
        }
    }

    [Fact]
    public void Values_are_held_against_their_contracts()
    {
        Assert.True(SpokenValues.Fit(Id, "L-0001"));
        Assert.False(SpokenValues.Fit(Id, "L-00011"));
        var weeks = new MemberContract("weeks", ValueKind.Integer) { Minimum = 1, Maximum = 4 };
        Assert.True(SpokenValues.Fit(weeks, "four"));
        Assert.False(SpokenValues.Fit(weeks, "5"));
        Assert.False(SpokenValues.Fit(weeks, "many"));
        Assert.True(SpokenValues.Fit(new("x", ValueKind.Array) { Element = Id }, "L-0001, L-0002"));
        Assert.False(SpokenValues.Fit(new("x", ValueKind.Array) { Element = Id }, "L-0001, L-2"));
        Assert.True(SpokenValues.Fit(new("x", ValueKind.Enum) { Allowed = ["same_day"] }, "Same day"));
        Assert.False(SpokenValues.Fit(new("x", ValueKind.String) { MaxLength = 2 }, "abc"));
        Assert.False(SpokenValues.Fit(new("x", ValueKind.String) { Pattern = "(?=a)b" }, "b"));
    }
}
