namespace PaymentOperations.Tests.Cases;

/// <summary>The sequence, of those that broke the first edition, that a test plays. They are listed in docs/reliability.md.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CaseAttribute(int number) : Attribute
{
    public int Number { get; } = number;
}
