namespace Dreaming.Learning.Tests;

public sealed class BindingTests
{
    [Theory]
    [InlineData("My birth date is 1962-03-14.")]
    [InlineData("My birth date is 14 March 1962.")]
    [InlineData("my birth date is the 14th of March 1962")]
    [InlineData("My birth date is March 14, 1962.")]
    [InlineData("My birth date is 14/03/1962")]
    [InlineData("My birth date is 14.03.1962.")]
    public void A_date_is_read_in_the_forms_in_which_people_write_it(string message) =>
        Assert.Equal("1962-03-14", Desk.Bound(Desk.Said(message), "birth_date"));

    [Fact]
    public void A_date_that_identifies_a_person_is_taken_only_when_it_is_called_so() =>
        Assert.Null(Desk.Bound(Desk.Said("I'd like to book a review on 2026-03-12."), "birth_date"));

    [Fact]
    public void A_date_that_identifies_a_person_is_taken_when_it_was_asked_for() =>
        Assert.Equal("1962-03-14", Desk.Bound(Desk.Said("Hello").Asked("birth_date", "14 March 1962"), "birth_date"));

    [Fact]
    public void A_date_that_is_called_by_another_name_is_not_taken() =>
        Assert.Null(Desk.Bound(Desk.Said("Hello").Asked("birth_date", "My birth date is 1962-03-14."), "from"));

    [Theory]
    [InlineData("My patient number is PT-100378.")]
    [InlineData("pt-100378 here")]
    [InlineData("it's PT 100378, please")]
    [InlineData("I am pt100378")]
    public void An_id_is_read_without_regard_to_case_and_spacing(string message) =>
        Assert.Equal("PT-100378", Desk.Bound(Desk.Said(message), "patient_id"));

    [Fact]
    public void The_latest_mention_wins() =>
        Assert.Equal("PT-100002", Desk.Bound(Desk.Said("I am PT-100001", "sorry, PT-100002"), "patient_id"));

    [Fact]
    public void What_is_taken_back_is_not_bound() =>
        Assert.Equal("PT-100002", Desk.Bound(Desk.Said("I am PT-100001", "Actually, I meant PT-100002, not PT-100001."), "patient_id"));

    [Fact]
    public void The_medicine_that_the_user_names_picks_its_row()
    {
        var listed = Desk.Said("I need more Allopurinol").Called("list_prescriptions", """{"patient_id":"PT-100378"}""", ReplyOutcome.Result, Desk.TwoListed);
        Assert.Equal("RX-200365", Desk.Bound(listed, "prescription_id"));
    }

    [Fact]
    public void A_correction_picks_the_other_row()
    {
        var listed = Desk.Said("I need more Allopurinol", "Actually, I meant Felodipine, not Allopurinol.")
            .Called("list_prescriptions", """{"patient_id":"PT-100378"}""", ReplyOutcome.Result, Desk.TwoListed);
        Assert.Equal("RX-200302", Desk.Bound(listed, "prescription_id"));
    }

    [Fact]
    public void A_value_that_a_result_shows_is_carried_to_the_next_call()
    {
        var verified = Desk.Said("hello").Called("verify_identity", """{"patient_id":"PT-100378","birth_date":"1980-04-26"}""", ReplyOutcome.Result, Desk.Verified);
        Assert.Equal("PH-02", Desk.Bound(verified, "pharmacy_id"));
    }

    [Theory]
    [InlineData("I'm travelling and need Ramipril for 56 days.", "56")]
    [InlineData("could I have thirty days of it?", "30")]
    public void A_number_is_read_by_the_words_around_it(string message, string days) => Assert.Equal(days, Desk.Bound(Desk.Said(message), "days_supply"));

    [Fact]
    public void A_number_in_other_company_is_not_taken() =>
        Assert.Equal("28", Desk.Bound(Desk.Said("I have 3 children and need Ramipril"), "days_supply"));

    [Fact]
    public void A_pseudonym_stands_for_the_value_that_was_scrubbed() =>
        Assert.Equal("[birth_date-1]", Desk.Bound(Desk.Said("My birth date is [birth_date-1]."), "birth_date"));

    [Fact]
    public void A_message_is_worded_from_what_the_user_said() =>
        Assert.Equal("I lost my Ramipril on the bus", Desk.Bound(Desk.Said("I lost my Ramipril on the bus"), "summary"));
}
