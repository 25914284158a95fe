using Xunit.v3;

namespace PaymentOperations.Tests.Support;

/// <summary>Names the rows of the transition table (docs: ledger and workflow) that a test proves.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class TransitionRowAttribute(params string[] rows) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Rows { get; } = rows;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [.. Rows.Select(row => new KeyValuePair<string, string>("transition", row))];
}
