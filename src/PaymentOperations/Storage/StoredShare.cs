namespace PaymentOperations.Storage;

/// <summary>A sub-merchant's share in the ledger, in minor units.</summary>
internal sealed record StoredShare(string SubMid, long MinorUnits);
