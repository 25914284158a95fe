namespace TwoC2P.Calls;

/// <summary>What a verified answer says to its request.</summary>
internal enum Verdict
{
    Yes,
    No,

    /// <summary>It is for another request, or a yes lacks what it must have.</summary>
    Mismatched,
}
