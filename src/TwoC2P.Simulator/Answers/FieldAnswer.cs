using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.Answers;

/// <summary>An answer of plain fields: what is in <paramref name="Values" /> appears, in the table's order.</summary>
internal sealed record FieldAnswer(AnswerTable Table, HashKind Hash, IReadOnlyDictionary<string, string> Values) : IGatewayAnswer
{
    private const string HashField = "hashValue";

    /// <inheritdoc />
    public string RespCode => this[Table.CodeField];

    /// <inheritdoc />
    public bool WorkDone { get; init; }

    /// <inheritdoc />
    public string? SecretKey { get; init; }

    public string this[string name] => Values.GetValueOrDefault(name, "");

    /// <inheritdoc />
    public string Render(string? secretKey)
    {
        var hash = Values.GetValueOrDefault(HashField) ?? Sign(secretKey);
        var beyondTheTable = Values.Keys.Except(Table.Fields, StringComparer.Ordinal).Where(name => name != HashField);
        var names = Table.Fields.Where(Values.ContainsKey).Concat(beyondTheTable);
        return Table.Write(Table.Name, [.. names.Select(name => (name, this[name])), (HashField, hash)]);
    }

    /// <inheritdoc />
    public IGatewayAnswer With(IReadOnlyDictionary<string, string> fields)
    {
        var values = new Dictionary<string, string>(Values, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            values[name] = value;
        return this with { Values = values };
    }

    private string Sign(string? secretKey)
    {
        if (secretKey is null)
            return "";
        var hash = GatewayHash.Compute(Hash, secretKey, Table.Hashed.Select(name => this[name]));
        return Table.UpperCaseHash ? hash.ToUpperInvariant() : hash;
    }
}
