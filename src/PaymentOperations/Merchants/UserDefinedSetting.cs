namespace PaymentOperations.Merchants;

/// <summary>Whether requests carry the userDefined fields, which the published request table does not list.</summary>
public enum UserDefinedSetting
{
    /// <summary>Try on a read; remember a refusal.</summary>
    Auto,

    /// <summary>Always.</summary>
    On,

    /// <summary>Never.</summary>
    Off,
}
