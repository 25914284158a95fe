namespace TwoC2P.Simulator.Messages;

/// <summary>The published shape of an answer of plain fields. Field order and hash order are separate tables.</summary>
internal sealed record AnswerTable(string Name, string CodeField, string ReasonField)
{
    /// <summary>The published order, without hashValue, which is always last.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    public required IReadOnlyList<string> Hashed { get; init; }

    public bool UpperCaseHash { get; init; }

    /// <summary>Writes the document from its name and its fields in order.</summary>
    public required Func<string, IReadOnlyList<(string Name, string Value)>, string> Write { get; init; }

    public static string AsXml(string name, IReadOnlyList<(string Name, string Value)> fields) =>
        AnswerXml.Write(name, xml => AnswerXml.Elements(xml, [.. fields]));
}
