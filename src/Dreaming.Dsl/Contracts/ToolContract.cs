using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Dreaming.Contracts;

/// <summary>Implemented by generated code for each tool record.</summary>
/// <typeparam name="TSelf">The tool's record.</typeparam>
public interface IToolRecord<TSelf>
    where TSelf : class, IToolRecord<TSelf>
{
    /// <summary>The tool's contract.</summary>
    static abstract ToolContract Contract { get; }
}

/// <summary>Everything that is known of a tool at compile time. One instance a tool, made by generated code.</summary>
public abstract class ToolContract
{
    /// <summary>The name that agents call it by.</summary>
    public abstract string Name { get; }

    /// <summary>What it does and when to call it.</summary>
    public abstract string Description { get; }

    /// <summary>What a successful call does to the world.</summary>
    public abstract Effect Effect { get; }

    /// <summary>The declared faults.</summary>
    public abstract ImmutableArray<ToolFault> Faults { get; }

    /// <summary>The parameters, in declared order.</summary>
    public abstract ImmutableArray<MemberContract> Parameters { get; }

    /// <summary>The result as data.</summary>
    public abstract MemberContract Result { get; }

    /// <summary>The parameters as JSON Schema 2020-12.</summary>
    public abstract string ParametersSchema { get; }

    /// <summary>The ids of the predicates across the parameters, in declared order.</summary>
    public virtual ImmutableArray<string> Predicates => [];

    /// <summary>Values at and around the contract's edges.</summary>
    public abstract ImmutableArray<Perturbation> Perturbations { get; }

    /// <summary>The tool's record.</summary>
    public abstract Type CallType { get; }

    /// <summary>Checks arguments in one pass. Allocates nothing when they are valid, unless a predicate has to be asked, for which a record is read. Never throws on bad input.</summary>
    /// <param name="arguments">UTF-8 JSON.</param>
    /// <param name="violations">Receives every violation; null to stop at the first.</param>
    /// <returns>Whether the arguments fit the contract.</returns>
    public abstract bool Validate(ReadOnlySpan<byte> arguments, ICollection<Violation>? violations = null);

    /// <summary>Reads a call from valid arguments.</summary>
    /// <param name="arguments">UTF-8 JSON that <see cref="Validate"/> accepts.</param>
    /// <exception cref="JsonException">The arguments break the contract.</exception>
    public abstract object ReadCall(ReadOnlySpan<byte> arguments);

    /// <summary>Writes a call's arguments.</summary>
    public abstract void WriteCall(Utf8JsonWriter writer, object call);

    /// <summary>The text that an agent reads for a result: JSON, or the bare text of a string result.</summary>
    public abstract string WriteResult(object? result);

    /// <summary>Reads a result from the text that an agent reads.</summary>
    /// <returns>False when the text breaks the result's contract.</returns>
    public abstract bool TryReadResult(string content, [NotNullWhen(true)] out object? result);
}
