namespace Documentation.Tests.Reading;

/// <summary>A fenced block of a document.</summary>
/// <param name="File">The document, from the root of the repository, with slashes.</param>
/// <param name="Heading">The heading above it.</param>
/// <param name="Language">What stands behind the fence; empty for nothing.</param>
/// <param name="Line">Its first line in the document, from 1.</param>
/// <param name="Text">What is between the fences.</param>
public sealed record CodeBlock(string File, string Heading, string Language, int Line, string Text)
{
    /// <summary>Whether it is for a shell: in these documents a block without a language is too, unless it is listed.</summary>
    public bool IsShell => Language is "" or "bash" or "sh";

    public override string ToString() => $"{File}:{Line} ({Language}, under '{Heading}')";
}
