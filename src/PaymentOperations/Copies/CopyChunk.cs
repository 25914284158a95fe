namespace PaymentOperations.Copies;

/// <summary>One blob of a copy: rows of one table, a JSON text for each line, packed with gzip.</summary>
/// <param name="Name">The blob's name inside the copy.</param>
/// <param name="Table">Whose rows it has.</param>
/// <param name="Rows">How many.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
internal sealed record CopyChunk(string Name, string Table, long Rows, long Bytes, string Sha256);
