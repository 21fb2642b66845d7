namespace RefillDesk;

// How a request for a repeat stands, most serious obstacle first.
public enum Standing
{
    Unknown,
    Stopped,
    Controlled,
    Allergy,
    Interaction,
    AlreadyOrdered,
    NoRefills,
    TooEarly,
    OutOfStockEverywhere,
    OutOfStockHere,
    Clear,
}
