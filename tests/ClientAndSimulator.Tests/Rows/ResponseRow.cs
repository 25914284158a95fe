using System.Text.RegularExpressions;

namespace ClientAndSimulator.Tests.Rows;

/// <summary>A row of a response table, and where its text is found in the client's result.</summary>
internal sealed partial record ResponseRow(string Message, string Field, Func<object, object?> Read, string Source)
{
    private readonly object? expected;

    /// <summary>The text that the gateway is made to send.</summary>
    public string Text => ResponseTexts.Of(Message, Field);

    /// <summary>What the client must make of it; by default the text itself.</summary>
    public object? Expected
    {
        get => expected ?? Text;
        init => expected = value;
    }

    /// <summary>How the call must end: what names the request, says no or signs cannot be anything and still be believed.</summary>
    public string Ending { get; init; } = Running.Ending.Answered;

    /// <summary>The property of the typed result, such as <c>Banks[0].BankName</c> without its places.</summary>
    public string Property => Place().Replace(Source[(Source.IndexOf('.', StringComparison.Ordinal) + 1)..], "");

    [GeneratedRegex(
        @"\.(Text|Value)$|\[\d\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Place();
}
