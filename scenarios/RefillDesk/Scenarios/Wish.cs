namespace RefillDesk;

// What somebody came for, as far as a recorded conversation shows it.
internal enum Wish
{
    RedFlag,
    Unconfirmed,
    SomebodyElse,
    LostSupply,
    LargerSupply,
    DoseQuestion,
    Appointment,
    TwoPrescriptions,
    OneOfTwoStrengths,
    Repeat,
}
