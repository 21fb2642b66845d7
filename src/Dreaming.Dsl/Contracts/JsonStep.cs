namespace Dreaming.Contracts;

/// <summary>Where in a container a validation stands: at an element, or at the member or entry whose name begins at <see cref="KeyStart"/>.</summary>
internal struct JsonStep
{
    /// <summary>One bit for each member that was there; of an object with more members than bits, where its words begin.</summary>
    public ulong Seen;

    /// <summary>The index of the element, entry or member; less than zero before the first.</summary>
    public int Index;

    /// <summary>Where the name begins; 0 for none.</summary>
    public int KeyStart;

    /// <summary>Where the discriminator of the union begins whose case the object is, less than zero when it was passed; 0 for none.</summary>
    public int Tag;
}
