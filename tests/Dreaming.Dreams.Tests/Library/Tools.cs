using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

[assembly: Dreaming.Domain("book-desk", Instructions = "You work at the desk of a library.")]

namespace Dreaming.Dreams.Tests.Library;

[Data]
public sealed partial record Loan([RegularExpression(@"L-\d{4}")] string LoanId, string Title, int DaysLeft);

[Data]
public sealed partial record Member(string MemberId, [Sensitive] string Name, [Sensitive] string Phone, [Sensitive] int Pin, ImmutableArray<Loan> Loans);

[Tool("verify_member", "Finds the member with a name and a date of birth.")]
[Fails(ToolFault.Timeout, ToolFault.Malformed)]
public sealed partial record VerifyMember([Sensitive] string Name, [Sensitive] DateOnly BirthDate) : ITool<Member>;

[Tool("list_loans", "Lists what a member has borrowed.")]
public sealed partial record ListLoans([RegularExpression(@"M-\d{4}")] string MemberId) : ITool<ImmutableArray<Loan>>;

[Tool("renew_loan", "Lends a book for some more weeks.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.Outage, ToolFault.Transient)]
public sealed partial record RenewLoan([RegularExpression(@"L-\d{4}")] string LoanId, [Range(1, 4)] int Weeks) : ITool<string>;

[Tool("block_card", "Blocks a member's card.", Effect = Effect.Write)]
[Fails(ToolFault.Transient)]
public sealed partial record BlockCard([RegularExpression(@"M-\d{4}")] string MemberId) : ITool<string>;

[Tool("ask_librarian", "Hands over to a librarian.", Effect = Effect.Handover)]
public sealed partial record AskLibrarian(string Note) : ITool<string>;
