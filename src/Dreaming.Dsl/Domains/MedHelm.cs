namespace Dreaming;

/// <summary>
/// The 22 subcategories of the MedHELM taxonomy (Stanford CRFM, arXiv 2505.23802), and <see cref="None"/> for work that is not clinical.
/// </summary>
public enum MedHelm
{
    /// <summary>The domain is not a clinical one.</summary>
    None,

    /// <summary>Clinical decision support: supporting diagnostic decisions.</summary>
    SupportingDiagnosticDecisions,
    /// <summary>Clinical decision support: planning treatments.</summary>
    PlanningTreatments,
    /// <summary>Clinical decision support: predicting patient risks and outcomes.</summary>
    PredictingPatientRisksAndOutcomes,
    /// <summary>Clinical decision support: providing clinical knowledge support.</summary>
    ProvidingClinicalKnowledgeSupport,

    /// <summary>Clinical note generation: documenting patient visits.</summary>
    DocumentingPatientVisits,
    /// <summary>Clinical note generation: recording procedures.</summary>
    RecordingProcedures,
    /// <summary>Clinical note generation: documenting diagnostic reports.</summary>
    DocumentingDiagnosticReports,
    /// <summary>Clinical note generation: documenting care plans.</summary>
    DocumentingCarePlans,

    /// <summary>Patient communication and education: providing patient education resources.</summary>
    ProvidingPatientEducationResources,
    /// <summary>Patient communication and education: delivering personalized care instructions.</summary>
    DeliveringPersonalizedCareInstructions,
    /// <summary>Patient communication and education: patient-provider messaging.</summary>
    PatientProviderMessaging,
    /// <summary>Patient communication and education: enhancing patient understanding and accessibility in health communication.</summary>
    EnhancingPatientUnderstanding,
    /// <summary>Patient communication and education: facilitating patient engagement and support.</summary>
    FacilitatingPatientEngagement,

    /// <summary>Medical research assistance: conducting literature research.</summary>
    ConductingLiteratureResearch,
    /// <summary>Medical research assistance: analyzing clinical research data.</summary>
    AnalyzingClinicalResearchData,
    /// <summary>Medical research assistance: recording research processes.</summary>
    RecordingResearchProcesses,
    /// <summary>Medical research assistance: ensuring clinical research quality.</summary>
    EnsuringClinicalResearchQuality,
    /// <summary>Medical research assistance: managing research enrollment.</summary>
    ManagingResearchEnrollment,

    /// <summary>Administration and workflow: scheduling resources and staff.</summary>
    SchedulingResourcesAndStaff,
    /// <summary>Administration and workflow: overseeing financial activities.</summary>
    OverseeingFinancialActivities,
    /// <summary>Administration and workflow: organizing workflow processes.</summary>
    OrganizingWorkflowProcesses,
    /// <summary>Administration and workflow: care coordination and planning.</summary>
    CareCoordinationAndPlanning,
}
