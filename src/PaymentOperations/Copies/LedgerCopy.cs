namespace PaymentOperations.Copies;

/// <summary>What a copy of the ledger consists of: while it is made its blob is <c>state.json</c>, and says where to go on; when it is done, <c>manifest.json</c>.</summary>
internal sealed record LedgerCopy
{
    /// <summary>The form of the chunks that this version writes and reads.</summary>
    public const int CurrentLayout = 1;

    /// <summary>The form of the chunks.</summary>
    public required int Layout { get; init; }

    /// <summary>The storage account that was read.</summary>
    public required string Account { get; init; }

    /// <summary>When it was begun: what happened before is in it.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was done: nothing that happened later is in it. Null while it is made.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The chunks so far, in the order in which they were read.</summary>
    public IReadOnlyList<CopyChunk> Chunks { get; init; } = [];

    /// <summary>Merchants that have something in the ledger.</summary>
    public IReadOnlyList<string> Merchants { get; init; } = [];

    /// <summary>How many invoices it has.</summary>
    public long Invoices { get; init; }

    /// <summary>How many operations it has, those included that never came to be.</summary>
    public long Operations { get; init; }

    /// <summary>Invoices (partitions) whose rows do not fit together, however often they were read; at most a hundred.</summary>
    public IReadOnlyList<string> Doubtful { get; init; } = [];

    /// <summary>Which of <see cref="CopiedTables"/> is read.</summary>
    public int Table { get; init; }

    /// <summary>Behind what to go on in it: of the ledger the last invoice, of the others storage's own mark. Null: at its begin.</summary>
    public string? After { get; init; }
}
