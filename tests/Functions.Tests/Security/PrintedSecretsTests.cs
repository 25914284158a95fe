using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PaymentGateway.Http.Security;
using PaymentOperations.Merchants;
using TwoC2P.Keys;
using TwoC2P.PaymentAction;

namespace Functions.Tests.Security;

/// <summary>
/// A record prints its members. Every type of the app is made here, its texts marked, and printed: what is a secret by its name, or of a type that is one, must not be seen. A new type is looked at like all others.
/// </summary>
public sealed class PrintedSecretsTests
{
    internal static readonly Assembly[] Assemblies =
    [
        typeof(ApiKeyMatch).Assembly,
        typeof(IMerchantSecrets).Assembly,
        typeof(SecretKey).Assembly,
        // For what is planted.
        typeof(PrintedSecretsTests).Assembly,
    ];

    private static IReadOnlyList<Type> Types { get; } =
    [.. Assemblies[..3].SelectMany(assembly => assembly.GetTypes()).Where(IsMade)];

    [Fact]
    public void No_type_prints_a_secret()
    {
        var shown = Types.SelectMany(type => ShownBy(type, value => value.ToString() ?? ""));

        shown.ShouldBeEmpty();
    }

    [Fact]
    public void No_type_that_is_a_secret_is_written_as_JSON()
    {
        var secrets = Types.Where(SecretMaterial.IsSecretType).ToList();

        secrets
            .Select(type => type.Name)
            .ShouldBe(
                ["BankAccount", "CardNumber", "JoseKey", "LedgerDataKey", "SecretKey", "VaultSecret", "WebhookSecret"],
                ignoreOrder: true
            );
        // A bank account is taken from JSON, and sealed as JSON before it is kept.
        secrets
            .Where(type => type != typeof(BankAccount))
            .SelectMany(type => ShownBy(type, value => JsonSerializer.Serialize(value, value.GetType())))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(typeof(PlantedRecord), "PlantedRecord.AccountNumber")]
    [InlineData(typeof(PlantedHolder), "PlantedPlainSecret.Text")]
    [InlineData(typeof(PlantedRecordOfKeys<>), "PlantedRecordOfKeys`1.ApiKey")]
    public void One_that_does_is_found(Type type, string member) =>
        ShownBy(type, value => value.ToString() ?? "").ShouldContain(member);

    private static IEnumerable<string> ShownBy(Type type, Func<object, string> print)
    {
        var filled = FilledObject.Of(type, SecretMaterial.Is);
        return filled.ShownIn(PrintOrNothing(filled.Value, print)).ToList();
    }

    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "An object without its parts may not be able to print: then it prints nothing."
    )]
    private static string PrintOrNothing(object value, Func<object, string> print)
    {
        try
        {
            return print(value);
        }
        catch (Exception)
        {
            return "";
        }
    }

    // What the compiler makes has no text form of its own.
    private static bool IsMade(Type type) =>
        type is { IsAbstract: false, IsInterface: false, IsEnum: false, IsByRefLike: false }
        && !typeof(Delegate).IsAssignableFrom(type)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && !IsConstrained(type);

    private static bool IsConstrained(Type type) =>
        type.IsGenericTypeDefinition
        && type.GetGenericArguments()
            .Any(argument =>
                argument.GetGenericParameterConstraints().Length > 0
                || argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint)
            );

    private sealed record PlantedRecord(string AccountNumber);

    private sealed record PlantedPlainSecret(string Text);

    private sealed record PlantedHolder
    {
        public PlantedPlainSecret? Held { get; init; }
    }

    private sealed record PlantedRecordOfKeys<T>(T ApiKey);
}
