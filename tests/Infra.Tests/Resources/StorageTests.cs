using PaymentOperations.Reconciliation;
using PaymentOperations.Storage;

namespace Infra.Tests.Resources;

public sealed class StorageTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";

    [Fact]
    public void Every_table_of_the_ledger_is_made_and_no_other()
    {
        foreach (var sut in Predicted.Both)
            sut.Names($"{Account}/tableServices/tables").ShouldBe(StorageLayout.Tables, ignoreOrder: true);
    }

    // The Functions host makes no queue, not even a poison queue: a message would be lost on its way there.
    [Fact]
    public void Every_queue_is_made_with_its_poison_queue_and_no_other()
    {
        foreach (var sut in Predicted.Both)
        {
            sut.Names($"{Account}/queueServices/queues").ShouldBe(StorageLayout.Queues, ignoreOrder: true);
            sut.Names($"{Account}/queueServices/queues").ShouldContain("refunds-poison");
        }
    }

    [Fact]
    public void Every_container_of_reports_is_made_and_kept_as_long_as_a_report_can_be_asked_for()
    {
        foreach (var sut in Predicted.Both)
        {
            StorageLayout.Containers.Except(sut.Names($"{Account}/blobServices/containers")).ShouldBeEmpty();
            var policy = sut.Single($"{Account}/managementPolicies")["properties"]!["policy"]!;
            var rule = policy["rules"]!.AsArray().ShouldHaveSingleItem()!["definition"]!;

            rule["filters"]!["prefixMatch"]!
                .AsArray()
                .Select(prefix => Predicted.Text(prefix))
                .ShouldBe(StorageLayout.Containers.Select(container => $"{container}/"));
            rule["actions"]!["baseBlob"]!["delete"]!["daysAfterModificationGreaterThan"]!
                .GetValue<int>()
                .ShouldBe(new ReconciliationSettings().KeptDays);
        }
    }

    [Fact]
    public void Storage_knows_identities_only_and_nothing_in_it_is_public()
    {
        foreach (var sut in Predicted.Both)
        {
            var account = sut.Single(Account)["properties"]!;

            Predicted.IsTrue(account["allowSharedKeyAccess"]).ShouldBeFalse();
            Predicted.IsTrue(account["allowBlobPublicAccess"]).ShouldBeFalse();
            Predicted.IsTrue(account["supportsHttpsTrafficOnly"]).ShouldBeTrue();
            Predicted.Text(account["minimumTlsVersion"]).ShouldBe("TLS1_2");
            foreach (var container in sut.OfType($"{Account}/blobServices/containers"))
                Predicted.Text(container["properties"]!["publicAccess"]).ShouldBe("None");
        }
    }

    [Fact]
    public void Packages_are_deployed_to_the_container_that_is_made()
    {
        foreach (var sut in Predicted.Both)
        {
            var container = sut.Names($"{Account}/blobServices/containers")
                .Except(StorageLayout.Containers)
                .ShouldHaveSingleItem();
            var deployment = sut.Single("Microsoft.Web/sites")["properties"]!["functionAppConfig"]!["deployment"]!["storage"]!;

            Predicted.Text(deployment["value"]).ShouldContain($"'{container}'");
            Predicted.Text(deployment["authentication"]!["type"]).ShouldBe("UserAssignedIdentity");
        }
    }

    [Fact]
    public void The_ledger_of_real_money_survives_the_loss_of_a_zone()
    {
        Predicted.Text(Predicted.Prod.Single(Account)["sku"]!["name"]).ShouldBe("Standard_ZRS");
    }
}
