metadata description = 'The function app on Flex Consumption.'

import { tagsType, settingType, settingsByNameType } from 'types.bicep'

@export()
@description('Instances of one scale group that always run.')
type alwaysReadyType = {
  @description('"http", or "function:" and a function\'s name.')
  @minLength(4)
  name: string
  @description('How many, at least 1.')
  @minValue(1)
  instanceCount: int
}

@description('Name of the app; also the first part of its address.')
@minLength(2)
@maxLength(60)
param name string

@description('Name of its plan.')
@minLength(1)
@maxLength(40)
param planName string

@description('Azure region.')
param location string

@description('Tags.')
param tags tagsType

@description('Name of the identity that the app runs as.')
@minLength(3)
@maxLength(128)
param identityName string

@description('Name of the storage account of ledger and queues.')
@minLength(3)
@maxLength(24)
param storageName string

@description('Name of the container that packages are deployed to.')
param packagesContainer string

@description('Name of the vault.')
@minLength(3)
@maxLength(24)
param vaultName string

@description('Name of the Application Insights component.')
param insightsName string

@description('Where 2C2P reaches the app, without /api.')
@maxLength(165)
param publicBaseUrl string

@description('Settings of the merchants: name and value.')
@minLength(1)
param merchantSettings settingType[]

@description('Settings that the templates do not make themselves.')
param furtherSettings settingsByNameType

@description('Exact origins of pages in browsers that may call.')
param allowedOrigins string[]

@description('Network that outgoing calls leave through; null without one.')
param networkName string?

@description('Whether instances are spread over zones.')
param zoneRedundant bool

@description('Most instances at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int

@description('Instances that always run.')
param alwaysReady alwaysReadyType[]

@description('Name of the Log Analytics workspace.')
@minLength(4)
@maxLength(63)
param workspaceName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = { name: identityName }

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = { name: workspaceName }

resource storage 'Microsoft.Storage/storageAccounts@2026-06-01' existing = { name: storageName }

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = { name: vaultName }

resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: insightsName }

// What the Functions host, the worker and the Azure SDK read for themselves; a test lists them.
var platformSettings = [
  { name: 'AzureWebJobsStorage__accountName', value: storageName }
  { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
  { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
  {
    name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
    value: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  }
  { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
  // GET / needs no page of Microsoft's that says which product answers.
  { name: 'AzureWebJobsDisableHomepage', value: 'true' }
  // The host's own traces, at most three a minute of each instance: most are of its polling. The app keeps all of its own.
  { name: 'OTEL_TRACES_SAMPLER', value: 'microsoft.rate_limited' }
  { name: 'OTEL_TRACES_SAMPLER_ARG', value: '0.05' }
]

var ownSettings = [
  { name: 'KeyVault__Uri', value: vault.properties.vaultUri }
  { name: 'Public__BaseUrl', value: publicBaseUrl }
  { name: 'SweepSchedule', value: '0 * * * * *' }
]

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: networkName == null
      ? null
      : resourceId('Microsoft.Network/virtualNetworks/subnets', networkName!, 'app')
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packagesContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReady
        triggers: { http: { perInstanceConcurrency: 32 } }
      }
      // The default, Recreate, kills what is running at every deployment: a refund could be cut off between sending and writing.
      #disable-next-line BCP037 // documented since API version 2024-11-01; the published types have not got it yet
      siteUpdateStrategy: { type: 'RollingUpdate' }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      cors: { allowedOrigins: allowedOrigins, supportCredentials: false }
      appSettings: concat(
        platformSettings,
        ownSettings,
        merchantSettings,
        map(items(furtherSettings), setting => { name: setting.key, value: setting.value })
      )
    }
  }

  resource publishingOverFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource publishingOverScm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

#disable-next-line use-recent-api-versions // the only version with category groups; the "recent" one is of 2016
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspace.id
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Its address, without /api.')
output url string = 'https://${app.properties.defaultHostName}'
