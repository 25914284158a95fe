namespace PaymentOperations.Storage;

/// <summary>One use of the right to send.</summary>
internal sealed record Attempt
{
    /// <summary>Answers name the attempt that they answer. Those of attempts that an older copy of the ledger does not know must not be taken for others': numbers go on so far beyond.</summary>
    public const int BeyondUnknown = 1000;

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>When the transition that gave the right to send was begun.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Until when its worker may have been sending.</summary>
    public required DateTimeOffset ClaimUntil { get; init; }

    /// <summary>Proof that nothing left.</summary>
    public bool NeverSent { get; init; }

    /// <summary>Whether it carried <c>userDefined1</c> and <c>userDefined2</c>.</summary>
    public bool CarriedEcho { get; init; }

    /// <summary>The code of its verified answer, if it had one.</summary>
    public string? RespCode { get; init; }

    /// <summary>Its verified answer, whole: evidence for every later judgement. Rows of the first edition have only the code.</summary>
    public DecisiveAnswer? Answer { get; init; }

    /// <summary>Why it could not be a second execution. Rows of the first edition do not say.</summary>
    public Licence? Licence { get; init; }

    /// <summary>What came of it, for the audit.</summary>
    public string? Outcome { get; init; }
}
