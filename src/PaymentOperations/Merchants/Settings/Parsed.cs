namespace PaymentOperations.Merchants.Settings;

/// <summary>A setting's value, or what is wrong with its text (a phrase that follows the setting's name).</summary>
internal readonly record struct Parsed<T>(T? Value, string? Fault)
    where T : class;
