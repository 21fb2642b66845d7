using System.Text.Json;

namespace Dreaming.Contracts;

/// <summary>Implemented by generated code for each tool, scenario and <see cref="DataAttribute">data record</see>: what it is as JSON.</summary>
/// <typeparam name="TSelf">The record.</typeparam>
public interface IDataRecord<TSelf>
    where TSelf : IDataRecord<TSelf>
{
    /// <summary>The record's contract as data: an object with members.</summary>
    static abstract MemberContract Contract { get; }

    /// <summary>Checks the value that the validation stands in front of and leaves it on the value's last token.</summary>
    static abstract void Validate(ref JsonValidation json);

    /// <summary>Reads the object that the reader stands on and leaves it on the object's end. The object must be valid.</summary>
    static abstract TSelf Read(ref Utf8JsonReader reader);

    /// <summary>Writes the record's members into an object that is open.</summary>
    static abstract void WriteMembers(Utf8JsonWriter writer, TSelf value);

    /// <summary>What a person would say for it: the texts of its members that have a value, joined by commas.</summary>
    static abstract string Say(TSelf value);
}

/// <summary>Checks the value that a validation stands in front of and leaves it on the value's last token.</summary>
public delegate void JsonValidator(ref JsonValidation json);

/// <summary>Reads the valid value that a reader stands on and leaves it on the value's last token.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public delegate T JsonItemReader<out T>(ref Utf8JsonReader reader);
